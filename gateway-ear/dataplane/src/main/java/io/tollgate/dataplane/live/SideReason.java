package io.tollgate.dataplane.live;

/** Why a call of a stage with a canary went to its side. */
public enum SideReason {
    /** A header of the call asked for the side. */
    FORCED,
    /** The stage names callers, and this one stays on its side. */
    STICKY,
    /** It was drawn by lot. */
    LOT,
    /** The canary has no share of the calls. */
    NO_SHARE
}
