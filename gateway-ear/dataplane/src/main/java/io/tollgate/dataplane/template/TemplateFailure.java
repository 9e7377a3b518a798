package io.tollgate.dataplane.template;

/** A template that failed while it was rendered; callers see a configuration error. Carries no stack trace. */
public final class TemplateFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TemplateFailure(String reason) {
        super(reason, null, false, false);
    }
}
