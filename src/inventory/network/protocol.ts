// Protocols as security rules write them, as text or number. Gives the name that the inventory uses.
import { own } from "../../model/own.ts";

const NAMES: Readonly<Record<string, string>> = {
  all: "all",
  "1": "icmp",
  "6": "tcp",
  "17": "udp",
  "58": "icmpv6",
};

export function protocolName(text: string): string {
  const plain = text.trim().toLowerCase();
  return own(NAMES, plain) ?? plain;
}
