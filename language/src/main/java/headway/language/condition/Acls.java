package headway.language.condition;

import headway.base.diagnostic.Position;
import headway.base.text.Nearest;
import headway.language.sample.BindException;
import headway.language.sample.Binding;
import headway.language.sample.Words;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The named ACLs of a proxy. They are bound once, whatever the places of the rules that use them. */
public final class Acls {
    /** Configuration manual 7.4. */
    private static final Map<String, String> PREDEFINED = Map.ofEntries(
            Map.entry("TRUE", "always_true"),
            Map.entry("FALSE", "always_false"),
            Map.entry("HTTP", "req.proto_http"),
            Map.entry("HTTP_1.0", "req.ver 1.0"),
            Map.entry("HTTP_1.1", "req.ver 1.1"),
            Map.entry("HTTP_2.0", "req.ver 2.0"),
            Map.entry("HTTP_3.0", "req.ver 3.0"),
            Map.entry("HTTP_CONTENT", "req.hdr_val(content-length) gt 0"),
            Map.entry("HTTP_URL_ABS", "url_reg ^[^/:]*://"),
            Map.entry("HTTP_URL_SLASH", "url_beg /"),
            Map.entry("HTTP_URL_STAR", "url *"),
            Map.entry("LOCALHOST", "src 127.0.0.1/8 ::1"),
            Map.entry("METH_CONNECT", "method CONNECT"),
            Map.entry("METH_DELETE", "method DELETE"),
            Map.entry("METH_GET", "method GET HEAD"),
            Map.entry("METH_HEAD", "method HEAD"),
            Map.entry("METH_OPTIONS", "method OPTIONS"),
            Map.entry("METH_POST", "method POST"),
            Map.entry("METH_PUT", "method PUT"),
            Map.entry("METH_TRACE", "method TRACE"),
            Map.entry("RDP_COOKIE", "req.rdp_cookie_cnt gt 0"),
            Map.entry("REQ_CONTENT", "req.len gt 0"),
            Map.entry("WAIT_END", "wait_end"));

    private final Binding binding;
    private final Map<String, Acl> declared = new HashMap<>();
    private final Map<String, Acl> predefined = new HashMap<>();
    private final AclReferences references = new AclReferences();

    public Acls(Binding binding) {
        this.binding = binding.with(Acls.class, this);
    }

    /** Those that go with a binding; null where there are none, as in an {@code http-error} line. */
    public static @Nullable Acls of(Binding binding) {
        return binding.attached(Acls.class);
    }

    /** With these ACLs in it. */
    public Binding binding() {
        return binding;
    }

    /** The names that are there without being declared. */
    public static List<String> predefined() {
        return PREDEFINED.keySet().stream().sorted().toList();
    }

    /** Reads what follows {@code acl}: a name, which may have tests already, and a test. */
    public void add(Words words) throws BindException {
        add(words, binding.folder());
    }

    /**
     * The same.
     *
     * @param folder against which relative names of files are resolved
     */
    public void add(Words words, Path folder) throws BindException {
        var position = words.position();
        binding.diagnostics().reading(position);
        var name = words.take();
        checkName(name, words);
        // Also when the test is wrong, so that rules that use it do not complain too.
        var acl = declared.computeIfAbsent(name, _ -> new Acl(List.of()));
        references.enter(name, position);
        try {
            acl.add(new AclParser(binding.in(folder)).parse(words));
        } catch (BindException e) {
            throw e.in("error detected while parsing ACL '" + name + "' : ").placed(position);
        } finally {
            references.leave();
        }
    }

    /** After the last {@link #add}: those that ask for others get to know them. */
    public void complete() throws BindException {
        references.complete(this);
    }

    /** The ACL of that name for an expression that asks for it; it may be declared later. */
    public Condition reference(String name) throws BindException {
        return references.to(name, this);
    }

    private static void checkName(String name, Words words) throws BindException {
        for (var c : name.toCharArray()) {
            if (c < 128 && Character.isLetterOrDigit(c) || "-_.:".indexOf(c) >= 0) continue;
            throw new BindException(
                    "character '" + c + "' is not permitted in acl name '" + name + "'.", words.position(), "");
        }
        if (name.equalsIgnoreCase("or")) {
            throw new BindException("acl name '" + name
                    + "' will never match. 'or' is used to express a logical disjunction within a condition.");
        }
    }

    /** The ACL of that name, null when there is none. */
    @Nullable
    Acl find(String name) throws BindException {
        var acl = declared.get(name);
        if (acl == null) acl = predefined.get(name);
        if (acl != null) return acl;
        var text = PREDEFINED.get(name);
        if (text == null) return null;
        var words = Words.of(Position.NOWHERE, text.split(" "));
        acl = new Acl(List.of(new AclParser(binding).parse(words)));
        predefined.put(name, acl);
        return acl;
    }

    /** No such ACL. */
    BindException missing(String name, @Nullable Position position) {
        var names = new ArrayList<>(declared.keySet());
        names.addAll(PREDEFINED.keySet());
        names.sort(null);
        return new BindException(
                "no such ACL : '" + name + "'",
                position,
                Nearest.to(name, names).orElse(""));
    }
}
