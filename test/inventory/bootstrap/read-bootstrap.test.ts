// What the bootstrap text of a node says, in shell and in cloud-config.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { HOLE } from "../../../src/inventory/bootstrap/masked-text.ts";
import { readBootstrap } from "../../../src/inventory/bootstrap/read-bootstrap.ts";
import { growth } from "../../growth.ts";

const facts = (text: string, holes?: readonly string[]) =>
  readBootstrap({ text, ...(holes && { holes }) }).facts;
const install = (rest: string) => `#!/bin/bash\nbash /etc/oke/oke-install.sh ${rest}\n`;

describe("the endpoint", () => {
  it.each([
    ['--apiserver-endpoint "10.0.0.3" --kubelet-ca-cert x', "10.0.0.3"],
    ["--apiserver-endpoint=10.0.0.3", "10.0.0.3"],
    ["--apiserver-endpoint '10.0.0.3'", "10.0.0.3"],
    ["--kubelet-ca-cert x \\\n  --apiserver-endpoint \\\n  10.0.0.3", "10.0.0.3"],
    ["--apiserver-endpoint https://10.0.0.3:6443", "https://10.0.0.3:6443"],
    ['--apiserver-endpoint "<private IP>"', undefined],
  ])("is read from %s", (rest, endpoint) => {
    expect(facts(install(rest))).toMatchObject({
      self_managed: true,
      endpoint_stated: true,
      family: "oracle-linux",
    });
    expect(facts(install(rest)).endpoint).toBe(endpoint);
  });

  it("is looked up where the text sets a variable, by however many steps", () => {
    const text = `HOST=10.0.0.3\nexport ENDPOINT="\${HOST}"\n${install('--apiserver-endpoint "$ENDPOINT"')}`;
    expect(facts(text).endpoint).toBe("10.0.0.3");
  });

  it("is what a variable was last set to before it is used", () => {
    const text = `A=10.0.0.3:6443\nA=10.0.0.4\n${install('--apiserver-endpoint "$A"')}A=10.0.0.5\n`;
    expect(facts(text).endpoint).toBe("10.0.0.4");
    const cut = `A=$(oci ce cluster get)\nA=\${A%:*}\n${install('--apiserver-endpoint "$A"')}`;
    expect(facts(cut).endpoint_from).toBe("${A%:*}");
  });

  it("is not read in what is only shown, and is where it goes into a file", () => {
    const shown = (rest: string) =>
      facts(`#!/bin/bash\necho "run /etc/oke/oke-install.sh --apiserver-endpoint <ip>"${rest}\n`);
    expect(shown("").self_managed).toBe(false);
    expect(shown(" > join.sh").self_managed).toBe(true);
    expect(shown(" | bash").self_managed).toBe(true);
  });

  it("may stand in several places, of which each is kept once", () => {
    const text = `if ubuntu; then\n  echo https://10.0.0.4 > /etc/oke/oke-apiserver\n  oke bootstrap --apiserver-host 10.0.0.3\nelse\n  ${install("--apiserver-endpoint 10.0.0.3:6443")}fi\n`;
    const { facts: found, places } = readBootstrap({ text });
    expect(found).toMatchObject({
      endpoint: "10.0.0.3:6443",
      other_endpoints: ["10.0.0.3", "https://10.0.0.4"],
    });
    const [start, end] = places.get('["other_endpoints",1]')!;
    expect(text.slice(start, end)).toBe("https://10.0.0.4");
    expect(facts(install("--apiserver-endpoint 10.0.0.3"))).not.toHaveProperty("other_endpoints");
  });

  it("is what it comes from where it is not known", () => {
    expect(facts(install('--apiserver-endpoint "$ENDPOINT"')).endpoint_from).toBe("$ENDPOINT");
    expect(
      facts(install(`--apiserver-endpoint "${HOLE}"`), ["c.endpoints[0].private_endpoint"]).endpoint_from,
    ).toBe("c.endpoints[0].private_endpoint");
    expect(facts(`A=${HOLE}\n${install('--apiserver-endpoint "$A"')}`, ["var.a"]).endpoint_from).toBe(
      "var.a",
    );
  });

  it("is read from the file and from lists of words of cloud-config", () => {
    const file =
      "#cloud-config\nwrite_files:\n  - path: /etc/oke/oke-apiserver\n    content: 10.0.0.3\nruncmd:\n  - oke bootstrap\n";
    expect(facts(file)).toMatchObject({
      form: "cloud-config",
      family: "ubuntu",
      self_managed: true,
      endpoint: "10.0.0.3",
    });
    const list =
      '#cloud-config\nruncmd:\n  - [oke, bootstrap, --ca, "LS0t", "--apiserver-host", "10.0.0.4"]\n';
    expect(facts(list)).toMatchObject({ endpoint: "10.0.0.4", ca: "base64" });
    expect(
      facts('#!/bin/sh\necho "10.0.0.5" | tee /etc/oke/oke-apiserver\noke bootstrap --ca LS0t\n'),
    ).toMatchObject({ endpoint: "10.0.0.5" });
  });
});

describe("a text", () => {
  it("is no self-managed node's without endpoint and certificate", () => {
    expect(facts("#!/bin/sh\noke bootstrap\n").self_managed).toBe(false);
    expect(
      facts(
        "#!/bin/sh\n# oke bootstrap --apiserver-host 10.0.0.3\necho oke bootstrap --apiserver-host 10.0.0.3\n",
      ).self_managed,
    ).toBe(false);
    expect(
      facts(
        "curl http://169.254.169.254/opc/v2/instance/metadata/oke_init_script | base64 -d >/var/run/oke-init.sh\nbash /var/run/oke-init.sh\n",
      ),
    ).toMatchObject({
      self_managed: false,
      fetches_oke_init: true,
      runs_oke_init: true,
    });
  });

  it.each([
    ["#!/bin/bash\necho x > /etc/motd\nsysctl --system\n", true, false],
    ["#cloud-config\npackages:\n  - nfs-utils\n", true, false],
    ["#!/bin/bash\nbash /var/run/oke-init.sh\n", false, true],
    ["#cloud-config\nruncmd:\n  - oke bootstrap\n", true, true],
    ["#cloud-config\nruncmd:\n  - [bash, /opt/setup.sh]\n", false, false],
    ["#!/bin/bash\nwget -qO- https://example.com/x | sh\n", false, false],
    ["#!/bin/bash\n. /etc/profile.d/setup\n", false, false],
    ["#!/bin/bash\n/opt/setup/run --all\n", false, false],
    ["#!/bin/bash\n$SETUP\n", false, false],
    [`#!/bin/bash\nhostnamectl set-hostname ${HOLE}\n`, false, false],
    ["#include\nhttps://example.com/x\n", false, false],
  ])("knows what may run elsewhere: %j", (text, contained, runs) => {
    const { self_contained, runs_oke_init } = facts(text, ["var.x"]);
    expect({ self_contained, runs_oke_init }).toEqual({ self_contained: contained, runs_oke_init: runs });
  });

  it("is known unless what is filled in may add to the command", () => {
    expect(facts(install('--apiserver-endpoint "$A" --kubelet-ca-cert $B')).text_known).toBe(true);
    expect(facts(install("--apiserver-endpoint $A $MORE")).text_known).toBe(false);
    expect(facts(`${install("--apiserver-endpoint $A")}${HOLE}\n`, ["local.more"]).text_known).toBe(false);
  });

  it("tells certificates apart, and never keeps a credential", () => {
    expect(facts(install("--kubelet-ca-cert -----BEGIN")).ca).toBe("pem");
    expect(facts(install("--kubelet-ca-cert /etc/ca.pem")).ca).toBe("other");
    expect(facts(install(`--kubelet-ca-cert LS0t${"A".repeat(60)}`))).toMatchObject({
      ca: "base64",
      ca_literal: true,
    });
    const text = `${install("--apiserver-endpoint a")}cat >config <<E\nkind: Config\nusers: [{user: {token: "canary-canary-canary"}}]\nE\n`;
    const { facts: found, hidden } = readBootstrap({ text });
    expect(found.secrets).toEqual(["token"]);
    expect(JSON.stringify(found)).not.toContain("canary");
    expect(hidden.map(([start, end]) => text.slice(start, end))).toEqual(["canary-canary-canary"]);
  });

  it.each(["__CA__", "@CA@", "@@CA_B64@@", "%CA%", "CA_B64", "CLUSTER_CA", "##ca##"])(
    "takes %s for a place that is filled in",
    (word) => {
      const found = facts(install(`--apiserver-endpoint ${word} --kubelet-ca-cert ${word}`));
      expect(found).toMatchObject({ ca_stated: true, endpoint_stated: true });
      expect(found).not.toHaveProperty("ca");
      expect(found).not.toHaveProperty("endpoint");
    },
  );

  it("may be anything: places stay inside", () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom(
        "/etc/oke/oke-install.sh ",
        "--apiserver-endpoint ",
        '"',
        "'",
        "$A",
        "${A}",
        "$(",
        "`",
        "\n",
        "\\\n",
        HOLE,
        "oke bootstrap ",
        "/etc/oke/oke-apiserver",
        "content: |\n",
        "path: ",
        "kind: Config",
        "token: abcdefghijklmnop",
      ),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join("");
        const { places, hidden } = readBootstrap({ text });
        for (const [start, end] of [...places.values(), ...hidden]) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });

  it("is read in linear time", () => {
    for (const unit of [
      "oke bootstrap --ca \\\n",
      "$A ${B} ",
      "content: |\n  /etc/oke/oke-apiserver\n",
      "\"'`$(",
      "A=$A\n",
    ]) {
      const text = (count: number) => install(unit.repeat(count));
      expect(growth(text, (made) => readBootstrap({ text: made }), [2000, 20_000])).toBeLessThan(60);
    }
  });
});
