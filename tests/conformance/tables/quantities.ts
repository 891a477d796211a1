import {
	addQuantity,
	compareQuantity,
	decimalText,
	formatQuantity,
	parseQuantity,
	type Quantity,
	type QuantityFormat,
	roundUp,
	subQuantity
} from '#lib/kubernetes/quantity.ts';
import { compared } from '../outcome.ts';
import { type CaseRunner, computed, type TableRunners } from '../table.ts';

interface Exact {
	readonly value: string;
	readonly format: QuantityFormat;
}

function exact({ value, format }: Exact): Quantity {
	return { ...parseQuantity(value), format };
}

function shown(quantity: Quantity): Exact {
	return { value: decimalText(quantity), format: quantity.format };
}

function combined(combine: (a: Quantity, b: Quantity) => Quantity): CaseRunner {
	return computed(
		({ a, b }: { a: Exact; b: Exact }) => shown(combine(exact(a), exact(b))),
		compared
	);
}

export const quantityTables: TableRunners = {
	'quantity-add': combined(addQuantity),
	'quantity-sub': combined(subQuantity),
	'quantity-parse': ({ input, expected }) => {
		const text = input as string;
		const { value, format } = expected as Exact;
		const [quantity, negated, signed] = ['', '-', '+'].map((sign) => parseQuantity(sign + text));
		const opposite = value === '0' ? '0' : value.startsWith('-') ? value.slice(1) : `-${value}`;
		return compared(
			[
				{ value, format },
				{ value: opposite, format },
				{ value, format }
			],
			[quantity, negated, signed].map((entry) => entry && shown(entry))
		);
	},
	'quantity-invalid': computed((text: string) => {
		try {
			return shown(parseQuantity(text));
		} catch {
			return { error: true };
		}
	}, compared),
	'quantity-parse-emit': computed((text: string) => formatQuantity(parseQuantity(text)), compared),
	'quantity-cmp': computed(
		({ x, y }: { x: string; y: string }) => compareQuantity(parseQuantity(x), parseQuantity(y)),
		compared
	),
	'quantity-canonical': ({ input, expected }) => {
		const wanted = expected as { canonical: string; alternateSpelling?: string };
		const quantity = exact(input as Exact);
		const other = wanted.alternateSpelling;
		const sameOther = other === undefined || compareQuantity(parseQuantity(other), quantity) === 0;
		return compared(wanted, {
			canonical: formatQuantity(quantity),
			alternateSpelling: sameOther ? other : 'another value'
		});
	},
	'quantity-round-up': computed(({ quantity, scale }: { quantity: string; scale: number }) => {
		const rounded = roundUp(parseQuantity(quantity), scale);
		return { value: decimalText(rounded.value), exact: rounded.exact };
	}, compared)
};
