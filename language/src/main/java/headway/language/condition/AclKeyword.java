package headway.language.condition;

import headway.base.catalog.Keyword;
import headway.language.pattern.MatchMethod;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A name that ACLs know beyond the fetches: a fetch with a match method of its own, such as {@code path_beg}.
 *
 * @param fetch the fetch it reads
 * @param method how it compares unless {@code -m} or a converter says otherwise
 */
public record AclKeyword(String name, String fetch, MatchMethod method) implements Keyword {
    private static final Map<String, AclKeyword> ALL = all(
            "base=base cook=req.cook hdr=req.hdr path=path scook=res.cook shdr=res.hdr url=url urlp=urlp",
            "payload=req.payload:bin payload_lv=req.payload_lv:bin req_ver=req.ver:str resp_ver=res.ver:str method=method:"
                    + " http_auth_group=http_auth_group:str req.ssl_ver=req.ssl_ver:version req_ssl_ver=req.ssl_ver:version"
                    + " req_ssl_sni=req.ssl_sni:str req_rdp_cookie=req.rdp_cookie:str"
                    + " req_rdp_cookie_cnt=req.rdp_cookie_cnt:int ssl_fc_sni_end=ssl_fc_sni:end ssl_fc_sni_reg=ssl_fc_sni:reg");

    /** Null for a name that is only a fetch, or nothing. */
    public static @Nullable AclKeyword of(String name) {
        return ALL.get(name);
    }

    public static List<AclKeyword> all() {
        return List.copyOf(ALL.values());
    }

    /** Families have a name for each of eight methods, the others stand alone. */
    private static Map<String, AclKeyword> all(String families, String others) {
        var all = new LinkedHashMap<String, AclKeyword>();
        for (var pair : families.split(" ")) {
            var name = pair.substring(0, pair.indexOf('='));
            var fetch = pair.substring(pair.indexOf('=') + 1);
            all.put(name, new AclKeyword(name, fetch, MatchMethod.STR));
            for (var suffix : List.of("beg", "dir", "dom", "end", "len", "reg", "sub")) {
                var method = MatchMethod.of(suffix);
                if (method != null) all.put(name + "_" + suffix, new AclKeyword(name + "_" + suffix, fetch, method));
            }
        }
        for (var entry : others.split(" +")) {
            var parts = entry.split("[=:]");
            var method = parts.length < 3 ? MatchMethod.METH : method(parts[2]);
            all.put(parts[0], new AclKeyword(parts[0], parts[1], method));
        }
        return all;
    }

    private static MatchMethod method(String word) {
        var method = MatchMethod.of(word);
        return method == null ? MatchMethod.VERSION : method;
    }

    @Override
    public String summary() {
        return "The same as " + fetch + (method.word().isEmpty() ? "." : " with -m " + method.word() + ".");
    }

    @Override
    public List<String> examples() {
        var examples = new ArrayList<String>();
        examples.add("acl a " + name + " x");
        return examples;
    }
}
