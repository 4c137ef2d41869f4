/** Where a request comes from, as the server sees it. */
export type Origin = { ip: string; userAgent: string; requestId: string };

/** The sender of a request: its address as the proxy in front vouches for it, and what it calls itself. */
export function originOf(request: Request, context: { clientIp: string; requestId: string }): Origin {
  const userAgent = request.headers.get("User-Agent") ?? "";
  return { ip: context.clientIp, userAgent: userAgent.slice(0, 300), requestId: context.requestId };
}
