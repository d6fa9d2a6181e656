package io.tocsin.connectors.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PositionTest {

    private static final Fingerprint OF_THREE = Fingerprint.of(Fixtures.utf8("abc"), 3);

    @Test
    void keepsTheFingerprintOfAFileThatGrows() {
        assertThat(OF_THREE.fits(Fixtures.utf8("abcdef"))).isTrue();
        assertThat(OF_THREE.fits(Fixtures.utf8("abx"))).isFalse();
        assertThat(OF_THREE.fits(Fixtures.utf8("ab"))).isFalse();
        assertThat(Fingerprint.NONE.fits(new byte[0])).isTrue();
    }

    @Test
    void readsAFingerprintAsItIsWritten() {
        assertThat(Fingerprint.parse(OF_THREE.toString())).isEqualTo(OF_THREE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "3", "x:ba7816bf8f01cfea", "3:ba78", "-1:ba7816bf8f01cfea", "1025:ba7816bf8f01cfea"})
    void refusesAFingerprintThatIsNone(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Fingerprint.parse(text));
    }

    @Test
    void refusesNumbersThatNoFileHas() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Position(-1, 0, Fingerprint.NONE));
        assertThatIllegalArgumentException().isThrownBy(() -> new Position(0, -1, Fingerprint.NONE));
        assertThatIllegalArgumentException().isThrownBy(() -> new Position(0, 0, Fingerprint.NONE, -2, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Position(0, 0, Fingerprint.NONE, Position.NOT_BROKEN, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Position(2, 0, OF_THREE));
    }
}
