package headway.traffic.fetch;

import static headway.language.sample.FetchEntry.fetch;

import headway.language.condition.Acls;
import headway.language.condition.Condition;
import headway.language.sample.BindException;
import headway.language.sample.FetchEntry;
import headway.language.sample.Parameter;
import headway.language.sample.Parameters;
import headway.language.sample.Reader;
import headway.language.sample.Sample;
import headway.language.sample.SampleType;
import headway.language.sample.Scope;
import headway.language.sample.Source;
import java.util.List;

/** What ACLs say, as a value. */
final class AclFetches {
    private static final int MOST = 12;

    static final List<FetchEntry> TABLE = List.of(fetch("acl", SampleType.BOOL, Source.INTERNAL)
            .summary("Whether all the named ACLs hold; an exclamation mark before a name means that it must not.")
            .example("acl(METH_GET)", "GET / HTTP/1.1", "1")
            .example("acl(METH_GET,!LOCALHOST)", "src=127.0.0.1", "0")
            .bindsAll(acl(), MOST, AclFetches::all));

    private AclFetches() {}

    private static Reader all(List<Condition> acls) {
        var all = acls.toArray(new Condition[0]);
        return (scope, out) -> read(scope, all, out);
    }

    private static boolean read(Scope scope, Condition[] acls, Sample out) {
        var answer = Condition.YES;
        for (var i = 0; i < acls.length && answer != Condition.NO; i++) answer &= acls[i].test(scope);
        return answer == Condition.UNKNOWN ? out.notYet() : out.bool(answer == Condition.YES);
    }

    private static Parameter<Condition> acl() {
        return Parameters.of("acl", "string", (text, binding) -> {
            var acls = Acls.of(binding);
            if (acls == null) throw new BindException("there are no ACLs here");
            if (!text.startsWith("!")) return acls.reference(text);
            var acl = acls.reference(text.substring(1));
            return scope -> Condition.not(acl.test(scope));
        });
    }
}
