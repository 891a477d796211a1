import { isRecord } from '../../patch/merge-patch.ts';
import { CelError, type Expression } from './expression.ts';
import { functions } from './functions.ts';

/** What the names of an expression stand for. */
export type Names = Readonly<Record<string, unknown>>;

/** Works an expression out. Throws CelError when that can't be done. */
export function evaluate(expression: Expression, names: Names): unknown {
	switch (expression.type) {
		case 'literal':
			return expression.value;
		case 'name':
			if (Object.hasOwn(names, expression.name)) return names[expression.name];
			throw new CelError(`undeclared reference to '${expression.name}' (in container '')`);
		case 'select':
			return selected(evaluate(expression.of, names), expression.field);
		case 'index':
			return at(evaluate(expression.of, names), evaluate(expression.at, names));
		case 'list':
			return expression.items.map((item) => evaluate(item, names));
		case 'map':
			return Object.fromEntries(
				expression.entries.map(([key, value]) => [
					String(evaluate(key, names)),
					evaluate(value, names)
				])
			);
		case 'call':
			return called(expression, names);
	}
}

type Call = Extract<Expression, { type: 'call' }>;

function called(call: Call, names: Names): unknown {
	const { name, on, given } = call;
	const [first, second, third] = given;
	switch (name) {
		case '&&':
			return decided(false, first!, second!, names);
		case '||':
			return decided(true, first!, second!, names);
		case '?:':
			return evaluate(first!, names) === true ? evaluate(second!, names) : evaluate(third!, names);
		case 'has':
			return has(first!, names);
		case 'all':
		case 'exists':
		case 'exists_one':
		case 'filter':
		case 'map':
			if (on !== undefined) return overItems(name, evaluate(on, names), given, names);
	}
	const inner = given.map((one) => evaluate(one, names));
	const values = on === undefined ? inner : [evaluate(on, names), ...inner];
	const known = functions[name];
	if (known === undefined)
		throw new CelError(`undeclared reference to '${name}' (in container '')`);
	return known(...values);
}

/** `&&` and `||`: an error on one side is nothing when the other side decides. */
function decided(by: boolean, left: Expression, right: Expression, names: Names): boolean {
	let failure: unknown;
	for (const side of [left, right]) {
		try {
			if (evaluate(side, names) === by) return by;
		} catch (error) {
			failure ??= error;
		}
	}
	if (failure !== undefined) throw failure as Error;
	return !by;
}

function has(expression: Expression, names: Names): boolean {
	if (expression.type !== 'select') throw new CelError('invalid argument to has() macro');
	const of = evaluate(expression.of, names);
	return isRecord(of) && Object.hasOwn(of, plainName(of, expression.field));
}

function overItems(
	macro: string,
	of: unknown,
	[variable, body, last]: readonly Expression[],
	names: Names
): unknown {
	const items: readonly unknown[] = Array.isArray(of) ? of : Object.keys(of ?? {});
	if (variable?.type !== 'name' || body === undefined) {
		throw new CelError(`invalid arguments to ${macro}() macro`);
	}
	const holds = (item: unknown, what = body): unknown =>
		evaluate(what, { ...names, [variable.name]: item });
	switch (macro) {
		case 'all':
			return items.every((item) => holds(item) === true);
		case 'exists':
			return items.some((item) => holds(item) === true);
		case 'exists_one':
			return items.filter((item) => holds(item) === true).length === 1;
		case 'filter':
			return items.filter((item) => holds(item) === true);
		default:
			return last === undefined
				? items.map((item) => holds(item))
				: items.filter((item) => holds(item) === true).map((item) => holds(item, last));
	}
}

function selected(of: unknown, field: string): unknown {
	if (!isRecord(of)) throw new CelError('no such overload');
	const name = plainName(of, field);
	if (!Object.hasOwn(of, name)) throw new CelError(`no such key: ${field}`);
	return of[name];
}

/** Names that are none in CEL are written otherwise. Models apiserver/pkg/cel/escaping.go. */
function plainName(of: Readonly<Record<string, unknown>>, field: string): string {
	if (Object.hasOwn(of, field)) return field;
	return field
		.replace(/^__(\w+)__$/, '$1')
		.replaceAll('__dot__', '.')
		.replaceAll('__dash__', '-')
		.replaceAll('__slash__', '/')
		.replaceAll('__underscores__', '__');
}

function at(of: unknown, key: unknown): unknown {
	if (Array.isArray(of)) {
		const index = Number(key);
		if (index >= 0 && index < of.length) return of[index] as unknown;
		throw new CelError(`index out of bounds: ${index}`);
	}
	if (isRecord(of) && Object.hasOwn(of, String(key))) return of[String(key)];
	throw new CelError(`no such key: ${String(key)}`);
}
