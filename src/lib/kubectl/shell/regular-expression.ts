/**
 * A POSIX expression as JavaScript writes it. In basic ones `+?(){}|` are plain and gain their meaning by a backslash.
 *
 * @throws SyntaxError
 */
export function regularExpression(pattern: string, isExtended: boolean, flags = ''): RegExp {
	return new RegExp(isExtended ? pattern : fromBasic(pattern), flags);
}

/** The source of a basic expression in JavaScript's words. */
export function fromBasic(pattern: string): string {
	return pattern.replace(/\\([+?(){}|])|([+?(){}|])/g, (_, special?: string, plain?: string) =>
		special === undefined ? `\\${plain!}` : special
	);
}
