package io.tollgate.dataplane.template;

/** Marks the objects whose public methods a template may call. */
interface TemplateRoot {}
