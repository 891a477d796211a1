/** Letters and digits that make no words. Models apimachinery pkg/util/rand/rand.go. */
export const nameAlphabet = 'bcdfghjklmnpqrstvwxz2456789';
/** The longest name that fits a DNS label. */
export const maxNameLength = 63;
const suffixLength = 5;
/** What `generateName` is cut to, so that the suffix fits. */
export const maxGeneratedBaseLength = maxNameLength - suffixLength;

/**
 * A name from `generateName`: the base cut to 58 characters and five random ones.
 *
 * Models apiserver pkg/storage/names/generate.go simpleNameGenerator.GenerateName.
 *
 * @param randomInt gives a whole number from 0 to below its argument
 */
export function generateName(base: string, randomInt: (below: number) => number): string {
	return base.slice(0, maxGeneratedBaseLength) + randomSuffix(suffixLength, randomInt);
}

/** `length` random characters of {@link nameAlphabet}. Models rand.String. */
export function randomSuffix(length: number, randomInt: (below: number) => number): string {
	let suffix = '';
	for (let i = 0; i < length; i += 1) suffix += nameAlphabet[randomInt(nameAlphabet.length)];
	return suffix;
}
