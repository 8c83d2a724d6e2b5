package headway.language.sample;

/** HAProxy's types of a sample (configuration manual 7.1), under the words by which it names them. */
public enum SampleType {
    /** Whatever is given; a converter's input only. */
    ANY("any"),
    BOOL("bool"),
    SINT("sint"),
    /** An address whose family shows at run time only. */
    ADDR("addr"),
    IPV4("ipv4"),
    IPV6("ipv6"),
    STR("str"),
    BIN("bin"),
    /** A method: a small number when it is well known, and always its text. */
    METH("meth");

    private final String word;

    SampleType(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
