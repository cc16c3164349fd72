// Networks: VCNs, subnets, routes, gateways, security rules.
import type { Entry, Ref, Unknown } from "./entry.ts";

export type Vcn = Entry & {
  readonly compartment?: Ref;
  readonly cidrs?: readonly string[];
  readonly ipv6?: boolean;
  readonly default_route_table?: string;
  readonly default_security_list?: string;
};

export type Subnet = Entry & {
  readonly vcn?: Ref;
  readonly compartment?: Ref;
  readonly cidrs?: readonly string[];
  readonly ipv6?: boolean;
  readonly availability_domain?: Ref;
  /** False only when it is provably public. */
  readonly private?: boolean;
  readonly route_table?: Ref;
  readonly security_lists?: readonly Ref[];
  /** Made by the oke module: private and regional by construction. */
  readonly by_module?: boolean;
};

export type GatewayKind = "internet" | "nat" | "service" | "drg" | "local-peering" | "private-ip" | "other";

export type RouteRule = {
  readonly destination?: string;
  readonly destination_type?: string;
  readonly gateway?: GatewayKind;
  readonly target?: Ref;
  readonly unknown: Unknown;
};
/** `implicit`: a VCN's default that nobody wrote; it stands at the VCN and has no rules. */
export type RouteTable = Entry & {
  readonly vcn?: Ref;
  readonly default_of?: Ref;
  readonly implicit?: boolean;
  readonly rules?: readonly RouteRule[];
};
export type Gateway = Entry & {
  readonly kind: GatewayKind;
  readonly vcn?: Ref;
  readonly enabled?: boolean;
  readonly services?: readonly string[];
};

/** Ports are inclusive; no range means all. `protocol` is `all`, `tcp`, `udp`, `icmp`, `icmpv6` or the number. */
export type SecurityRule = Entry & {
  /** The security list or NSG that holds it. */
  readonly holder: Ref;
  readonly holder_kind: "security-list" | "nsg";
  readonly direction?: "ingress" | "egress";
  readonly protocol?: string;
  readonly peer?: string;
  readonly peer_ref?: Ref;
  readonly peer_kind?: "cidr" | "service" | "nsg";
  readonly ports?: { readonly min: number; readonly max: number };
  readonly source_ports?: { readonly min: number; readonly max: number };
  readonly icmp?: { readonly type: number; readonly code?: number };
  readonly stateless?: boolean;
  /** One of Oracle's rules in a default list that nobody wrote. */
  readonly implicit?: boolean;
};
/** `implicit`: a VCN's default with Oracle's own rules, which nobody wrote. `complete`: every one of its rules is in `security_rules`. */
export type SecurityList = Entry & {
  readonly vcn?: Ref;
  readonly default_of?: Ref;
  readonly implicit?: boolean;
  readonly complete: boolean;
};
export type Nsg = Entry & { readonly vcn?: Ref; readonly complete: boolean };

/** Two VCNs that can reach each other (same DRG, peering), or a VCN and a stated foreign network. */
export type Connection = Entry & {
  readonly vcns: readonly Ref[];
  readonly cidrs: readonly string[];
  readonly through: string;
};
