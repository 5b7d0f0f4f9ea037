// Callers: the tokens of access.json and their roles.

export interface Access {
  services: Record<string, string>;
  tokens: Record<string, string>;
  today: string;
}

export interface Caller {
  token: string;
  roles: string[];
  authority: string | undefined;
}

export function callers(access: Access): Caller[] {
  return Object.values(access.tokens).map((token) => {
    const claims = JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString()) as { roles?: string[]; authority?: string };
    return { token, roles: claims.roles ?? [], authority: claims.authority };
  });
}

/** Tokens that every service must reject. */
export function broken(token: string): string[] {
  const [head, claims, signature] = token.split(".") as [string, string, string];
  const none = Buffer.from('{"alg":"none"}').toString("base64url");
  return [
    `${head}.${claims}.${signature.split("").reverse().join("")}`,
    `${head}.${Buffer.from('{"roles":["operator","admin"]}').toString("base64url")}.${signature}`,
    `${none}.${claims}.`,
    `${head}.${claims}`,
    "x",
    "",
  ];
}
