const letter = /\p{L}/u;
const digit = /^\d$/;

/**
 * The order of keys in YAML that Go prints: numbers inside text by their value.
 *
 * Models go.yaml.in/yaml/v2 sorter.go keyList.Less.
 */
export function compareNaturally(left: string, right: string): number {
	if (left === right) return 0;
	const a = [...left];
	const b = [...right];
	const length = Math.min(a.length, b.length);
	let at = 0;
	while (at < length && a[at] === b[at]) at += 1;
	if (at === length) return a.length - b.length;
	const first = a[at]!;
	const second = b[at]!;
	const isLetter = letter.test(first);
	const isOtherLetter = letter.test(second);
	if (isLetter && isOtherLetter) return order(first, second);
	if (isLetter || isOtherLetter) {
		const afterDigit = at > 0 && digit.test(a[at - 1]!);
		return (afterDigit ? isLetter : isOtherLetter) ? -1 : 1;
	}
	const hasFigureBefore =
		(first === '0' || second === '0') && /[1-9]\d*$/.test(a.slice(0, at).join(''));
	const prefix = hasFigureBefore ? '1' : '';
	const number = digitsFrom(a, at);
	const otherNumber = digitsFrom(b, at);
	const difference = Number(prefix + (number || '0')) - Number(prefix + (otherNumber || '0'));
	if (difference !== 0) return difference;
	return number.length - otherNumber.length || order(first, second);
}

function digitsFrom(chars: readonly string[], start: number): string {
	return /^\d*/.exec(chars.slice(start).join(''))![0];
}

function order(a: string, b: string): number {
	return a.codePointAt(0)! - b.codePointAt(0)!;
}
