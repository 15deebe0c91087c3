/** Parameters of a route's path, which restify's types leave open. */
import type { Request } from 'restify';

/** The part of the path that stands for `name`; '' where there is none. */
export function parameter(req: Request, name: string): string {
  const parameters: unknown = req.params;
  if (typeof parameters !== 'object' || parameters === null) return '';
  const value: unknown = Object.getOwnPropertyDescriptor(parameters, name)?.value;
  return typeof value === 'string' ? value : '';
}
