package headway.traffic.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import headway.language.condition.Condition;
import headway.language.sample.BindException;
import headway.language.sample.Place;
import org.junit.jupiter.api.Test;

/** ACLs that ask for others by {@code acl()}. */
final class AclReferencesTest {
    private final Rules rules = new Rules();

    private int test(String condition) throws BindException {
        return rules.condition(Place.HTTP_REQUEST, condition).test(new ExampleScope("GET / HTTP/1.1", rules.names));
    }

    @Test
    void aclMayAskForOneThatIsDeclaredLater() throws BindException {
        rules.acl("a acl(b,!c)");
        rules.acl("b path /");
        rules.acl("c path /c");
        rules.acl("d acl(!a)");
        assertThat(test("a")).isEqualTo(Condition.YES);
        assertThat(test("d")).isEqualTo(Condition.NO);
        assertThat(test("{ acl(a,TRUE) }")).isEqualTo(Condition.YES);
    }

    @Test
    void allLinesOfAnAclCount() throws BindException {
        rules.acl("a acl(b)");
        rules.acl("b path /x");
        rules.acl("b path /");
        assertThat(test("a")).isEqualTo(Condition.YES);
    }

    @Test
    void aclMustNotAskForItself() throws BindException {
        rules.acl("a acl(b)");
        rules.acl("b acl(c)");
        rules.acl("c acl(a)");
        assertThatThrownBy(() -> test("a")).hasMessageContaining("asks for itself by 'acl()'");
    }

    @Test
    void unknownAclIsRefusedWithAProposal() throws BindException {
        rules.acl("a acl(METH_GTE)");
        assertThatThrownBy(() -> test("a")).hasMessage("no such ACL : 'METH_GTE'");
        assertThat(new Rules().refusal("http-request deny if { acl(METH_GTE) }"))
                .endsWith(" METH_GET");
    }

    @Test
    void atMostTwelveAreAskedFor() {
        assertThat(new Rules().refusal("http-request deny if { acl(" + "TRUE,".repeat(11) + "TRUE) }"))
                .isEqualTo("(accepted)");
        assertThat(new Rules().refusal("http-request deny if { acl(" + "TRUE,".repeat(12) + "TRUE) }"))
                .contains("expected ')' before");
    }
}
