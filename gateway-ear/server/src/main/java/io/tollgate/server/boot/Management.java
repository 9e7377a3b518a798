package io.tollgate.server.boot;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The management API: every endpoint of the control plane, at the root of the container's port. */
@ApplicationPath("/")
public class Management extends Application {}
