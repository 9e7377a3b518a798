package io.tollgate.controlplane.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tollgate.model.error.ApiException.LimitExceededException;
import org.junit.jupiter.api.Test;

class ServiceQuotasTest {
    private final ServiceQuotas quotas =
            new ServiceQuotas(quota -> quota == ServiceQuota.STAGES ? 2 : quota.standard());

    @Test
    void whatAnOperatorSetsTakesTheStandardsPlace() {
        assertThat(quotas.of(ServiceQuota.STAGES)).isEqualTo(2);
        assertThat(quotas.of(ServiceQuota.RESOURCES)).isEqualTo(300);
    }

    @Test
    void oneMoreThanAllowedIsRefusedInAwssWords() {
        assertThatCode(() -> quotas.checkRoom(ServiceQuota.STAGES, 1)).doesNotThrowAnyException();
        assertThatThrownBy(() -> quotas.checkRoom(ServiceQuota.STAGES, 2))
                .isInstanceOfSatisfying(
                        LimitExceededException.class,
                        refused -> assertThat(refused.text())
                                .isEqualTo("Maximum number of stages for this API has been reached. "
                                        + "Please contact AWS if you need additional stages."));
    }
}
