import { parseQuantity, type Quantity } from '#lib/kubernetes/quantity.ts';

/** An apimachinery `intstr.IntOrString` as Go prints it: type 0 is a number, 1 a text. */
export function goIntOrString(value: number | string = 0): string {
	const [kind, number, text] = typeof value === 'number' ? [0, value, ''] : [1, 0, value];
	return `{Type:(intstr.Type)${kind} IntVal:(int32)${number} StrVal:(string)${text}}`;
}

/** Seconds from the year 1, Go's zero time, to 1970. */
const unixToInternal = 62135596800;

/** A `metav1.Time`, nil unless given. */
export function goTime(value: string | null | undefined): string {
	const seconds = value ? Math.floor(Date.parse(value) / 1000) + unixToInternal : 0;
	return `{Time:(time.Time){wall:(uint64)0 ext:(int64)${seconds} loc:(*time.Location)<nil>}}`;
}

/**
 * A `resource.Quantity` as it is after parsing: a number and its scale where they fit, else a decimal of any size, and its
 * text only if that was found canonical on the way; 0 unless given, as protobuf has it. Models apimachinery
 * pkg/api/resource/quantity.go ParseQuantity.
 */
export function goQuantity(text = '0'): string {
	const quantity = parseQuantity(text);
	const { digits, scale, isFast, isCanonical } = readFast(text);
	const amount = isFast ? digits : 0n;
	const decimal = isFast ? '<nil>' : bigDecimal(quantity);
	return (
		`{i:(resource.int64Amount){value:(int64)${amount} scale:(resource.Scale)${isFast ? scale : 0}} ` +
		`d:(resource.infDecAmount){Dec:(*inf.Dec)${decimal}} s:(string)${isCanonical ? text : ''} ` +
		`Format:(resource.Format)${quantity.format}}`
	);
}

interface Fast {
	readonly digits: bigint;
	readonly scale: number;
	readonly isFast: boolean;
	readonly isCanonical: boolean;
}

/** Digits that an int64 surely holds. */
const int64Digits = 18;
const binaryDigits = 14;
const finestScale = -9;

function readFast(text: string): Fast {
	if (text === '0') return { digits: 0n, scale: 0, isFast: true, isCanonical: true };
	const [, sign, whole = '', fraction = '', suffix = ''] =
		/^([+-]?)0*(\d*)(?:\.(\d*))?(.*)$/.exec(text) ?? [];
	const number = whole || '0';
	const shifted = BigInt(number + fraction);
	const binary = suffix.endsWith('i');
	const power = binary ? 10 * ('KMGTPE'.indexOf(suffix.charAt(0)) + 1) : decimalPower(suffix);
	const scale = binary ? 0 : power - fraction.length;
	const spare = binary
		? binaryDigits - number.length - Math.trunc((power * 3) / 10)
		: int64Digits - number.length - fraction.length;
	const digits = (binary ? shifted << BigInt(power) : shifted) * (sign === '-' ? -1n : 1n);
	const isFast = spare >= 0 && scale >= finestScale && !(binary && fraction !== '');
	const isCanonical = binary
		? (shifted & 7n) !== 0n
		: scale % 3 === 0 && !/^0|000$/.test(number + fraction);
	return { digits, scale, isFast, isCanonical: isFast && isCanonical };
}

function decimalPower(suffix: string): number {
	const power = /^[eE](.+)$/.exec(suffix)?.[1];
	if (power !== undefined && power !== '') return Number(power);
	return 3 * (['n', 'u', 'm', '', 'k', 'M', 'G', 'T', 'P', 'E'].indexOf(suffix) - 3);
}

/** math/big keeps a number as 64-bit words, the lowest first. */
function bigDecimal({ unscaled, scale }: Quantity): string {
	const words: bigint[] = [];
	for (let rest = unscaled < 0n ? -unscaled : unscaled; rest > 0n; rest >>= 64n) {
		words.push(rest & 0xffffffffffffffffn);
	}
	const magnitude = words.length === 0 ? '<nil>' : `[${words.join(' ')}]`;
	return `{unscaled:(big.Int){neg:(bool)${unscaled < 0n} abs:(big.nat)${magnitude}} scale:(inf.Scale)${scale}}`;
}
