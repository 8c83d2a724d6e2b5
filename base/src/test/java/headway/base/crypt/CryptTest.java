package headway.base.crypt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CryptTest {
    /** A password and what libxcrypt made of it. */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            value = {
                "~~, $2a$04$abcdefghijklmnopqrstuubyCG3zY1GIXMyxfivm.ClDiInHzxjiq",
                "~~, $2b$05$......................J2ihDv8vVf7QZ9BsaRrKyqs2tkn55Yq",
                "~~, $2y$06$saltSALTsaltSALTsaltSO.LaeCvuTXO7QSgsiful3ihtuS86ZFQG",
                "a, $2a$04$abcdefghijklmnopqrstuuMFdJu9yVgmagVAIC24fOZkaFqd3s9JC",
                "a, $2b$05$......................2vjzcADwWgyZ3m10pK7p1HZi2sECLzS",
                "a, $2y$06$saltSALTsaltSALTsaltSOU9DRlXIEvDuPL.BEXeeEo0kLF1UMgma",
                "password, $2a$04$abcdefghijklmnopqrstuughE8Ev8uGFaUgY2cNEySvxngrb/Jzdm",
                "password, $2b$05$......................4kZsVIu25gd2IicO3oMXwuxg.rWdRZG",
                "password, $2y$06$saltSALTsaltSALTsaltSOUbRJdBra5IfCL3.QbEg65T1Z4aHcBiy",
                "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx, $2a$04$abcdefghijklmnopqrstuubzadhGtS2zEF.gu0yd0opP6cVzb.e0i",
                "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx, $2b$05$......................YgIDy4hFBdVlc/6LHnD9mX488r9cLd2",
                "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx, $2y$06$saltSALTsaltSALTsaltSOC3yfAXfBwEMOgjunhKffWSeiol4XwUa",
                "0123456789abcdef, $2a$04$abcdefghijklmnopqrstuu47kbr.QCtj6Eh/iTqkY.KdFw1jfyWRK",
                "0123456789abcdef, $2b$05$......................4yI7aplzPTsOWfZfCgOz8Ru0dr6.kG2",
                "0123456789abcdef, $2y$06$saltSALTsaltSALTsaltSOCS589Y8/5HwhhypT3j2AsBreZ4...P.",
                "The quick brown fox jumps over the lazy dog, $2a$04$abcdefghijklmnopqrstuuaUglo6uV3VaouuWuvI3duTTmbBkrH12",
                "The quick brown fox jumps over the lazy dog, $2b$05$......................E8F5JAVVDi1YYcXxhZ6Bh2YvXbn5HQW",
                "The quick brown fox jumps over the lazy dog, $2y$06$saltSALTsaltSALTsaltSO3t032F15QKl8nNc0txBaYwtFu4JT5CS",
            })
    void aPasswordMatchesWhatBcryptMadeOfIt(String password, String hash) {
        assertThat(Crypt.isKnown(hash)).isTrue();
        assertThat(matches(password, hash)).isTrue();
        assertThat(matches("y" + password, hash)).isFalse();
    }

    /** As crypt(3): 72 bytes count, whatever follows. */
    @Test
    void bcryptLooksAtTheFirst72Bytes() {
        var hash = "$2b$05$abcdefghijklmnopqrstuujf8SX2ahXLwp9w/B.Y5XdysS6yR576q";
        assertThat(matches("x".repeat(72), hash)).isTrue();
        assertThat(matches("x".repeat(73), hash)).isTrue();
        assertThat(matches("x".repeat(71), hash)).isFalse();
    }

    /** UTF-8, as a browser sends it. */
    @Test
    void bcryptTakesBytesAsTheyAre() {
        var hash = "$2y$05$abcdefghijklmnopqrstuuQNr.NUko7cjRuTOhPz.WP0eA4f4.Xuq";
        assertThat(Crypt.matches("p\u00e4ss".getBytes(StandardCharsets.UTF_8), hash))
                .isTrue();
        assertThat(Crypt.matches("p\u00e4ss".getBytes(StandardCharsets.ISO_8859_1), hash))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$2y$10$abc",
                "$2x$05$abcdefghijklmnopqrstuu4B.w5xLC4Wlfo6gSnyKvAU0AoWf1N0e",
                "$2b$03$abcdefghijklmnopqrstuu0oImNDIy4flhldV9YqunRgBAePKmw7m",
                "$2b$32$abcdefghijklmnopqrstuu0oImNDIy4flhldV9YqunRgBAePKmw7m",
                "$2b$05$abcdefghijklmnopqrstuu0oImNDIy4flhldV9YqunRgBAePKmw7",
                "$2b$05$abcdefghijklmnopqrstuu0oImNDIy4flhldV9YqunRgBAePKmw7!",
                "$2$05$abcdefghijklmnopqrstuu0oImNDIy4flhldV9YqunRgBAePKmw7m"
            })
    void whatIsNoHashOfBcryptIsNotKnown(String hash) {
        assertThat(Crypt.isKnown(hash)).isFalse();
        assertThat(matches("", hash)).isFalse();
    }

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
        assertThat(Crypt.isKnown("$9$salt$abc")).isFalse();
        assertThat(matches("a", "$9$salt$abc")).isFalse();
        assertThat(matches("a", "a")).isFalse();
        assertThat(matches("", "$6$")).isFalse();
    }

    private static boolean matches(String password, String hash) {
        return Crypt.matches(password.getBytes(StandardCharsets.ISO_8859_1), hash);
    }
}
