// Which of the permissions and actions that rules ask for an action confers. Takes the data and an action, gives yes, no or maybe for
// each. An action such as `use ipv6s` is asked for by its verb, because the documentation does so where its tables say otherwise.
import lattice from "../../../policies/data/iam.json" with { type: "json" };
import { conferredBy, confers, type GrantedAction, type LatticeData } from "./permissions.ts";

const data: LatticeData = lattice;
const verbs = ["inspect", "read", "use", "manage"];
const actions = lattice.asked.actions.map((name) => {
  const [verb = "", type = ""] = name.split(" ");
  return { name, verb, type };
});
const permissions: readonly string[] = lattice.asked.permissions;
const familiar: readonly string[] = lattice.known;

export type Answers = { readonly yes: readonly string[]; readonly maybe: readonly string[] };

/** Everything that is asked for, where nothing is known of an action. */
export const allDoubtful: Answers = { yes: [], maybe: [...permissions, ...actions.map(({ name }) => name)] };
const everything: Answers = { yes: allDoubtful.maybe, maybe: [] };

type Answer = "yes" | "no" | "maybe";
const known = new Map<string, Answers>();

/** Remembered by verb and type, or by list: policies repeat the same few hundred. */
export function askedOf(action: GrantedAction): Answers {
  const key =
    "permissions" in action
      ? action.permissions.join(",")
      : `${action.effect ?? "allow"} ${action.verb} ${action.resourceType}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const answers = "permissions" in action ? listed(action.permissions) : granted(action);
  if (known.size < 10_000) known.set(key, answers);
  return answers;
}

function granted(action: Exclude<GrantedAction, { readonly permissions: readonly string[] }>): Answers {
  if (conferredBy(data, action).everything) return everything;
  const answers = new Map<string, Answer>();
  for (const name of permissions) {
    const answer = confers(data, action, name);
    answers.set(name, answer === "unknown" ? "maybe" : answer);
  }
  const rank = verbs.indexOf(action.verb);
  for (const asked of actions) {
    // Denying a verb takes the stronger ones away as well.
    const reaches =
      action.effect === "deny" ? rank <= verbs.indexOf(asked.verb) : rank >= verbs.indexOf(asked.verb);
    answers.set(
      asked.name,
      rank !== -1 && reaches ? covers(action.resourceType.toLowerCase(), asked.type) : "no",
    );
  }
  return sorted(answers);
}

function covers(type: string, asked: string): Answer {
  if (type === asked || type === "all-resources") return "yes";
  const alias = Object.hasOwn(data.aliases, type) ? data.aliases[type] : undefined;
  if (alias !== undefined) {
    if (alias.works === false || covers(alias.of, asked) === "no") return "no";
    return alias.works === null ? "maybe" : covers(alias.of, asked);
  }
  if (Object.hasOwn(data.families, type)) return data.families[type]!.members.includes(asked) ? "yes" : "no";
  // Families of other services hold nothing of what is asked for; what one of an unheard name holds nobody knows.
  return type.endsWith("-family") && !familiar.includes(type) ? "maybe" : "no";
}

/** A list confers an action when it holds all that its verb adds up to; with some of it, or where the verb adds nothing, nobody can say. */
function listed(list: readonly string[]): Answers {
  const held = new Set(list.map((name) => name.toUpperCase()));
  const answers = new Map<string, Answer>(permissions.map((name) => [name, held.has(name) ? "yes" : "no"]));
  for (const { name, verb, type } of actions) {
    const needed = conferredBy(data, { verb, resourceType: type }).permissions;
    const own = Object.hasOwn(data.types, type)
      ? (data.types[type] as unknown as Record<string, readonly string[]>)[verb]
      : undefined;
    const all =
      needed.length > 0 && needed.every((one) => held.has(one)) && own !== undefined && own.length > 0;
    answers.set(name, all ? "yes" : needed.some((one) => held.has(one)) ? "maybe" : "no");
  }
  return sorted(answers);
}

function sorted(answers: ReadonlyMap<string, Answer>): Answers {
  const those = (wanted: Answer) =>
    [...answers].filter(([, answer]) => answer === wanted).map(([name]) => name);
  return { yes: those("yes"), maybe: those("maybe") };
}
