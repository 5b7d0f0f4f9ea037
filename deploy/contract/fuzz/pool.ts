// Resources learned from the services' answers, so that calls get past 404.

import type { Draw } from "./values.js";
import { isObject } from "./values.js";
import type { Json, Operation } from "./document.js";

/** The last known state of a resource. */
export interface Known {
  /** Its id, or its code if it has no id. */
  key: string;
  fields: Record<string, string>;
  /** Ids of its parent resources, by collection. */
  within: Record<string, string>;
  /** The allowed transitions, if its view lists them. */
  allowed: string[];
}

const MOST = 150;

export class Pool {
  private readonly collections = new Map<string, Map<string, Known>>();

  learn(operation: Operation, target: string, location: string | undefined, body: Json): void {
    if (!isObject(body)) {
      return;
    }
    const path = target.split("?")[0]?.split("/").slice(1) ?? [];
    const last = operation.path.split("/").filter((segment) => !segment.startsWith("{")).at(-1) ?? "";
    const own = owner(path, body, location);
    if (Array.isArray(body["items"])) {
      const parent = path.length > 4 ? { [path.at(-3) ?? ""]: path.at(-2) ?? "" } : {};
      body["items"].forEach((each) => this.resource(last, each, parent));
    }
    this.resource(own ?? "", body, {});
    if (typeof body["trackingCode"] === "string" && typeof body["trackingSecret"] === "string") {
      this.put("tracking", { key: body["trackingCode"], fields: { secret: body["trackingSecret"] }, within: {}, allowed: [] });
    }
  }

  private resource(collection: string, value: Json, within: Record<string, string>): void {
    if (!isObject(value)) {
      return;
    }
    const texts = Object.entries(value).filter((each): each is [string, string] => typeof each[1] === "string");
    const fields = Object.fromEntries(texts);
    const key = fields["id"] ?? fields["code"];
    if (key !== undefined && collection !== "") {
      const allowed = Array.isArray(value["allowed"]) ? value["allowed"].map(String) : [];
      this.put(collection, { key, fields, within, allowed });
    }
    for (const [name, id] of texts) {
      if (name.endsWith("Id")) {
        this.mention(plural(name.slice(0, -2)), id);
      }
    }
    for (const [name, each] of Object.entries(value)) {
      if (Array.isArray(each)) {
        const parent = key === undefined || collection === "" ? within : { [collection]: key };
        each.forEach((item) => this.resource(name, item, parent));
      } else if (isObject(each)) {
        this.resource(plural(name), each, {});
      }
    }
  }

  private mention(collection: string, id: string): void {
    if (this.collections.get(collection)?.has(unique(id, {})) !== true) {
      this.put(collection, { key: id, fields: {}, within: {}, allowed: [] });
    }
  }

  private put(collection: string, known: Known): void {
    const all = this.collections.get(collection) ?? new Map<string, Known>();
    this.collections.set(collection, all);
    const place = unique(known.key, known.within);
    if (!all.has(place) && all.size >= MOST) {
      const oldest = [...all.keys()][MOST / 2];
      all.delete(oldest ?? "");
    }
    all.set(place, known);
  }

  all(collection: string): Known[] {
    return [...(this.collections.get(collection)?.values() ?? [])];
  }

  /** A resource of the collection, preferably one whose state allows the transition. */
  pick(draw: Draw, collection: string, transition: string, fits: (known: Known) => boolean): Known | undefined {
    const fitting = this.all(collection).filter(fits);
    const ready = fitting.filter((known) => known.allowed.includes(transition));
    return draw.maybe(ready.length > 0 && draw.chance(75) ? ready : fitting);
  }

  /** An id for a field or parameter of this name. */
  id(draw: Draw, field: string): string | undefined {
    const name = field.endsWith("Id") ? field.slice(0, -2) : field;
    return draw.maybe(this.all(plural(name === "parent" ? "authority" : name)))?.key;
  }
}

/** The collection of a view: the segment before its id in the Location or in the path. */
function owner(path: string[], body: { [name: string]: Json }, location: string | undefined): string | undefined {
  const id = body["id"] ?? body["code"];
  for (const segments of [location?.replace(/^https?:\/\/[^/]+/, "").split("/") ?? [], path]) {
    const at = segments.lastIndexOf(String(id));
    if (at > 0) {
      return segments[at - 1];
    }
  }
  return undefined;
}

function unique(key: string, within: Record<string, string>): string {
  return `${Object.values(within).join()} ${key}`;
}

export function plural(name: string): string {
  return name === "feedback" || name.endsWith("s") ? name : name.endsWith("y") ? `${name.slice(0, -1)}ies` : `${name}s`;
}
