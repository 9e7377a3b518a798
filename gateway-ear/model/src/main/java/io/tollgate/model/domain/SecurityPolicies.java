package io.tollgate.model.domain;

import java.util.List;

/** The TLS policies that APIs and domain names can have, and how strictly an endpoint is reached, in AWS's order. */
public final class SecurityPolicies {
    /** All policies. */
    public static final List<String> ALL = List.of(
            "TLS_1_0",
            "TLS_1_2",
            "SecurityPolicy_TLS13_1_3_2025_09",
            "SecurityPolicy_TLS13_1_3_FIPS_2025_09",
            "SecurityPolicy_TLS13_1_2_PFS_PQ_2025_09",
            "SecurityPolicy_TLS13_1_2_FIPS_PQ_2025_09",
            "SecurityPolicy_TLS13_1_2_FIPS_PFS_PQ_2025_09",
            "SecurityPolicy_TLS13_1_2_PQ_2025_09",
            "SecurityPolicy_TLS13_1_2_2021_06",
            "SecurityPolicy_TLS13_2025_EDGE",
            "SecurityPolicy_TLS12_PFS_2025_EDGE",
            "SecurityPolicy_TLS12_2018_EDGE");

    /** All endpoint access modes. */
    public static final List<String> ACCESS_MODES = List.of("BASIC", "STRICT");

    private SecurityPolicies() {}
}
