package headway.base.crypt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CryptTest {
    /** A password and what glibc's crypt(3) made of it. */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            value = {
                "~~, $1$saltsalt$5Jhcit4zN9UlGiA0txPkO0",
                "~~, $1$a$8CfZSfErbeskipdhZHtvu.",
                "~~, $5$salt$HrcUzzoef72uxM/YhTU5BAi419Fblqlq//zyM.rIOG0",
                "~~, $5$rounds=1000$saltstringsaltst$fJyHeLfYNbQzvekOQ01sK2Xs56HhRK6MNGjOqG/ixT5",
                "~~, $6$saltstring$kyGrqt6gmjAdtFLPrflEFifSYLCWWq1pyx95SvqinLDy2UHmj0sTF0MSLMwxPFZc3tu5kQckI8fks0zOPda3n1",
                "~~, $6$rounds=1234$a$C3tYmYZ4SZ9dwd/5YYYXux4byGZvzn8r71.RFcgGUTBDdf0kagIWXg8LKi8.qaFZaLrOPk4WU14C/aRU/RQc70",
                "a, $1$saltsalt$MzDjbImyzEz2m0NTiPzNW/",
                "a, $1$a$44cUw6Nm5bX0muHWNIwub0",
                "a, $5$salt$7p0.o3bzi2h7d5cGlDeRN33gONQRpRi7aNgP2TFs9a5",
                "a, $5$rounds=1000$saltstringsaltst$9zE0ZvS1fALKxeNx83qZ1UmvJ9ZR/nUK2lmmMWFS6b5",
                "a, $6$saltstring$MO53nAXQUKXVLlsbiXyPgMsR6q10N7eF7sPvanwdXnEeCj5kE3eYaRvFv0wVW1UZ4SnNTzc1v4OCOq1ASDQZY0",
                "a, $6$rounds=1234$a$0bAhkue6yULvPu4ywlD4Rk1s1JEc/ZZIHpEykXUF9yHiZtKsPH/D.rV7xMX2F1x3SYnUEyadRrwOl25C1aCIW0",
                "password, $1$saltsalt$qjXMvbEw8oaL.CzflDtaK/",
                "password, $1$a$ST5kqD4oZxgiNWF1.mkWu1",
                "password, $5$salt$Gcm6FsVtF/Qa77ZKD.iwsJlCVPY0XSMgLJL0Hnww/c1",
                "password, $5$rounds=1000$saltstringsaltst$paiNR3LsSYwxP4/L60dIW6/NbhOijMlNQuqd7Ju51S4",
                "password, $6$saltstring$adDbXsJjcDlq2662QPgd.tkSOVmnG9Tt3oXl4HR60SusC3AGjirnDenVZp3DGwLwqy6iYKCzannhaX9DR72nN1",
                "password, $6$rounds=1234$a$2pXVf/SbjtjmoCkzuQ6FUq0enNdzk.BikmAixpdFIH..9UKNLrlUP4IKNVbnZQ/AhQlAbm8eTrTQg1YWmWTdB/",
                "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx, $1$saltsalt$40sy8H2JIWFTWdUzmCs5a0",
                "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx, $1$a$zN1d.eicivKo9Ipjde.Xc1",
                "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx, $5$salt$3Pgj.ndjobSVxBumwrvXljWWF8oQbwmKPcyClIaOnp5",
                "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx, $5$rounds=1000$saltstringsaltst$Ys7MgLoTLR/lMIOwmdAIsQkdP0lXZCQSncsj7XFGlw5",
                "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx, $6$saltstring$3erWN/n45R1SsGcJ7NRlQaFuHPXhHClKZQDKfh/jWEbW0llkR4iwRKYjP1Ogpd7h/U.ZdZIswbqcSiRTQaqaS1",
                "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx, $6$rounds=1234$a$vfCn84Cbh8o6yBZgTimVU8wHy3x0boqAUB5XOomkVU4t91UOH.TLvAmC8nX01c5xdBdWWyl1ikzGRSjpCXgBF1",
                "0123456789abcdef, $1$saltsalt$xXjYoUe111lGDGm6AfLHb1",
                "0123456789abcdef, $1$a$UOUvPr.Ilh/vv.poBgMwg1",
                "0123456789abcdef, $5$salt$oRBHJvoz0BIiueprJ7S/RHGbHcDp0A5CItGXU7mbk7D",
                "0123456789abcdef, $5$rounds=1000$saltstringsaltst$jX/k.Ftidc6XScEEdVrPSvhBQUizQXwqxwShDkbnk1C",
                "0123456789abcdef, $6$saltstring$/VmDyyvk/GK4GaYy.EhikWmnp/r8024Rmml2/R4v9uaiY.t/hy4BCTbhTbB7FTGTmbT7SbFh56TD66U1bipq5/",
                "0123456789abcdef, $6$rounds=1234$a$xb00PcSQXPlpamASke8UDOrdoU9G5nlY8eaGdeMDXpy5ZuIXjGRYO4GJTzbBwUUPH2.ZvAdPLO3FW9kNBsCHw.",
                "The quick brown fox jumps over the lazy dog, $1$saltsalt$PXLWoYjBgO1GzflLk6qzH/",
                "The quick brown fox jumps over the lazy dog, $1$a$V94umsw3IWuGmVqt0DBzd1",
                "The quick brown fox jumps over the lazy dog, $5$salt$Yg.8TUsRRc839lO19S5ucbQLw7QRC5IhXfVhw0c2EI3",
                "The quick brown fox jumps over the lazy dog, $5$rounds=1000$saltstringsaltst$iCY6rEZchIy2ZrOh0ggi4Sj1cMbITocCQAjIFbJOPW.",
                "The quick brown fox jumps over the lazy dog, $6$saltstring$RMMf4xjL8XYc9PwgQ6/8vhZqQ1iipOGxnQqivh5wsETozUfM8Q3BlEd01ntmiSkV2e3WatxP/Dgrk7wvQQ4Ox/",
                "The quick brown fox jumps over the lazy dog, $6$rounds=1234$a$pH8t/RPOdivucK5uiX1/vNGt8.PEnJ7c5mymR9J9X5x8FYXwA9fjbv9D6mRzB37ve18J9n4wevtbqSs.7V1.j.",
            })
    void aPasswordMatchesWhatTheSystemMadeOfIt(String password, String hash) {
        assertThat(matches(password, hash)).isTrue();
        assertThat(matches(password + "x", hash)).isFalse();
        assertThat(matches(password, hash.substring(0, hash.length() - 1))).isFalse();
    }

    @Test
    void unknownKindsMatchNothing() {
        assertThat(Crypt.isKnown("$2y$10$abc")).isFalse();
        assertThat(matches("a", "$2y$10$abc")).isFalse();
        assertThat(matches("a", "a")).isFalse();
        assertThat(matches("", "$6$")).isFalse();
    }

    private static boolean matches(String password, String hash) {
        return Crypt.matches(password.getBytes(StandardCharsets.ISO_8859_1), hash);
    }
}
