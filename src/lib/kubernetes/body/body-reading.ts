/** What is to be said of a body that came as text. */
export interface BodyReading {
	/** Longer than the server takes. */
	readonly isTooLarge?: boolean;
	/** The parser's words for why it is no text of its type; then there is no body. */
	readonly fault?: string;
	/** Why nobody can tell of which kind it is, in the decoder's words. */
	readonly unrecognized?: string;
	/** The text as errors show it. */
	readonly summary: string;
	/** The body with numbers as they were written; undefined when that makes no difference. */
	readonly exact?: unknown;
	/** All that a strict decoder says of it, in its order, when it found these fields unknown. */
	strictErrors(unknownFields: readonly string[]): readonly string[];
}

/** In bytes. Models apiserver/pkg/server/config.go MaxRequestBodyBytes. */
export const maxBodyBytes = 3 * 1024 * 1024;
