// Programs that install what is a chart elsewhere. Takes a command, gives that chart, or nothing where the call installs nothing.
import type { FoundCommand } from "./found-command.ts";

type Product = { readonly chart: string; readonly repository: string };
/** By the words of the call. */
type Calls = Readonly<Record<string, Product>>;

const ISTIO = "https://istio-release.storage.googleapis.com/charts";
const LINKERD = "https://helm.linkerd.io/stable";
const istio: Product = { chart: "istiod", repository: ISTIO };
const linkerd: Product = { chart: "linkerd-control-plane", repository: LINKERD };
const cilium: Product = { chart: "cilium", repository: "https://helm.cilium.io" };
const kuma: Product = { chart: "kuma", repository: "https://kumahq.github.io/charts" };
const osm: Product = { chart: "osm", repository: "https://openservicemesh.github.io/osm" };
const vpa: Product = {
  chart: "vertical-pod-autoscaler",
  repository: "https://github.com/kubernetes/autoscaler",
};

const INSTALLERS: Readonly<Record<string, Calls>> = {
  istioctl: {
    install: istio,
    apply: istio,
    upgrade: istio,
    "manifest apply": istio,
    "manifest install": istio,
    "manifest generate": istio,
    "operator init": { chart: "istio-operator", repository: ISTIO },
    "kube-inject": { chart: "istio-sidecar", repository: ISTIO },
  },
  linkerd: {
    install: linkerd,
    upgrade: linkerd,
    "install-cni": { chart: "linkerd2-cni", repository: LINKERD },
    inject: { chart: "linkerd-sidecar", repository: LINKERD },
  },
  cilium: { install: cilium, upgrade: cilium },
  kumactl: { "install control-plane": kuma },
  osm: { install: osm },
  "vpa-up.sh": { "": vpa },
};

/** Options of theirs that take the next word and that may stand before the verb. */
const VALUED =
  /^(?:-[nciLf]|--(?:namespace|kubeconfig|context|kube-context|istioNamespace|linkerd-namespace|cni-namespace|as|as-group|api-addr|config-file|osm-namespace|mesh|set|filename|values|revision|version|vklog))$/;
const NOTHING_DONE = /^(?:-h|--help|--dry-run(?:=(?!none|false).*)?|--dry-run-helm-values|--crds)$/;

export const INSTALLING_PROGRAMS: readonly string[] = Object.keys(INSTALLERS);

export function installedBy({ command: { program, args } }: FoundCommand): Product | undefined {
  const calls = Object.hasOwn(INSTALLERS, program!) ? INSTALLERS[program!] : undefined;
  if (!calls) return undefined;
  const words = args.map(({ value }) => value);
  if (words.some((word) => word !== null && NOTHING_DONE.test(word))) return undefined;
  const operands = words.filter(
    (word, index) =>
      word !== null && !word.startsWith("-") && !(index > 0 && VALUED.test(words[index - 1] ?? "")),
  );
  const name = [2, 1, 0]
    .map((length) => operands.slice(0, length).join(" "))
    .find((call) => Object.hasOwn(calls, call));
  return name === undefined ? undefined : calls[name];
}
