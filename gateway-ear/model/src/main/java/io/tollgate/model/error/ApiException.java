package io.tollgate.model.error;

/**
 * A management call that is refused, by AWS's name. The message says what was wrong, where, and what is allowed; callers
 * see it. Carries no stack trace: it is an ordinary outcome.
 */
public abstract sealed class ApiException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;

    private ApiException(int status, String message) {
        super(message, null, false, false);
        this.status = status;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** AWS's name, the value of {@code x-amzn-ErrorType}. */
    public String code() {
        return getClass().getSimpleName();
    }

    /** The message; never null. */
    public String text() {
        return String.valueOf(getMessage());
    }

    /** 400: the request breaks a rule. */
    public static final class BadRequestException extends ApiException {
        private static final long serialVersionUID = 1L;

        public BadRequestException(String message) {
            super(400, message);
        }
    }

    /** 400: a member breaks a constraint of the service model. */
    public static final class ValidationException extends ApiException {
        private static final long serialVersionUID = 1L;

        public ValidationException(String message) {
            super(400, message);
        }
    }

    /** 400: the JSON cannot be read as the operation's input. */
    public static final class SerializationException extends ApiException {
        private static final long serialVersionUID = 1L;

        public SerializationException(String message) {
            super(400, message);
        }
    }

    /** 404: what the request names does not exist. */
    public static final class NotFoundException extends ApiException {
        private static final long serialVersionUID = 1L;

        public NotFoundException(String message) {
            super(404, message);
        }
    }

    /** 409: it exists already, is in use, or was changed at the same moment. */
    public static final class ConflictException extends ApiException {
        private static final long serialVersionUID = 1L;

        public ConflictException(String message) {
            super(409, message);
        }
    }

    /** 413: the body is too large. */
    public static final class PayloadTooLargeException extends ApiException {
        private static final long serialVersionUID = 1L;

        public PayloadTooLargeException(String message) {
            super(413, message);
        }
    }

    /** 429: a quota is used up. */
    public static final class LimitExceededException extends ApiException {
        private static final long serialVersionUID = 1L;

        public LimitExceededException(String message) {
            super(429, message);
        }
    }

    /** 501: the operation exists at AWS and not here, by name. */
    public static final class NotImplementedException extends ApiException {
        private static final long serialVersionUID = 1L;

        public NotImplementedException(String operation) {
            super(501, "Operation " + operation + " is not implemented by this version of Tollgate");
        }
    }

    /** 404: no operation has this address. */
    public static final class UnknownOperationException extends ApiException {
        private static final long serialVersionUID = 1L;

        public UnknownOperationException(String request) {
            super(404, "Unable to determine service/operation name to be authorized: " + request);
        }
    }

    /** 403: there is no signature. */
    public static final class MissingAuthenticationTokenException extends ApiException {
        private static final long serialVersionUID = 1L;

        public MissingAuthenticationTokenException() {
            super(403, "Missing Authentication Token");
        }
    }

    /** 403: the signature lacks a part. */
    public static final class IncompleteSignatureException extends ApiException {
        private static final long serialVersionUID = 1L;

        public IncompleteSignatureException(String message) {
            super(403, message);
        }
    }

    /** 403: the signature is wrong or not valid now. */
    public static final class InvalidSignatureException extends ApiException {
        private static final long serialVersionUID = 1L;

        public InvalidSignatureException(String message) {
            super(403, message);
        }
    }

    /** 403: the access key is unknown. */
    public static final class UnrecognizedClientException extends ApiException {
        private static final long serialVersionUID = 1L;

        public UnrecognizedClientException() {
            super(403, "The security token included in the request is invalid.");
        }
    }

    /** 500: a fault of ours; the log has the cause under the request id. */
    public static final class InternalFailure extends ApiException {
        private static final long serialVersionUID = 1L;

        public InternalFailure() {
            super(500, "An internal error occurred. The log has the cause under this request id.");
        }
    }
}
