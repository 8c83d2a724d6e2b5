package headway.operate.log;

import headway.base.units.Address;
import headway.language.line.AddressText;
import headway.language.line.LineWriter;
import headway.language.model.Mode;
import headway.traffic.account.Account;

/** The line without any option: configuration manual 8.2.1. */
record ConnectLine(Mode mode) implements StreamLine {
    @Override
    public void write(Account account, LineWriter out) {
        if (account.client instanceof Address.Inet client && account.frontendAddress instanceof Address.Inet local) {
            out.text("Connect from ");
            AddressText.write(out, client.bytes());
            out.character(':');
            out.number(client.port());
            out.text(" to ");
            AddressText.write(out, local.bytes());
            out.character(':');
            out.number(local.port());
        } else {
            out.text("Connect to unix:");
            out.number(account.bindId);
        }
        out.text(" (");
        out.text(account.frontend);
        // HAProxy tells the frontend's mode, also when the connection has become HTTP for its backend.
        out.text(mode == Mode.HTTP || mode == Mode.AUTO && account.isHttp ? "/HTTP)" : "/TCP)");
    }
}
