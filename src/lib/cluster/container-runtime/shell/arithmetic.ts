/** `$((…))`: whole numbers, variables, `+ - * / %`, comparisons and parentheses. What can't be read is 0. */
export function arithmetic(text: string, variable: (name: string) => string): number {
	const tokens = text.match(/\d+|\w+|\$\w+|<=|>=|==|!=|[-+*/%()<>]/g) ?? [];
	let at = 0;
	const take = (...wanted: readonly string[]): string | undefined => {
		const token = tokens[at];
		if (token === undefined || !wanted.includes(token)) return undefined;
		at++;
		return token;
	};
	const primary = (): number => {
		if (take('(') !== undefined) {
			const inner = comparison();
			take(')');
			return inner;
		}
		if (take('-') !== undefined) return -primary();
		const token = tokens[at++] ?? '0';
		return /^\d+$/.test(token) ? Number(token) : Number(variable(token.replace('$', '')) || 0);
	};
	const binary = (operators: readonly string[], operand: () => number): number => {
		let left = operand();
		for (let operator = take(...operators); operator !== undefined; operator = take(...operators)) {
			left = apply(operator, left, operand());
		}
		return left;
	};
	const product = (): number => binary(['*', '/', '%'], primary);
	const sum = (): number => binary(['+', '-'], product);
	const comparison = (): number => binary(['<', '>', '<=', '>=', '==', '!='], sum);
	const value = comparison();
	return Number.isFinite(value) ? value : 0;
}

function apply(operator: string, left: number, right: number): number {
	switch (operator) {
		case '+':
			return left + right;
		case '-':
			return left - right;
		case '*':
			return left * right;
		case '/':
			return right === 0 ? 0 : Math.trunc(left / right);
		case '%':
			return right === 0 ? 0 : left % right;
		case '<':
			return Number(left < right);
		case '>':
			return Number(left > right);
		case '<=':
			return Number(left <= right);
		case '>=':
			return Number(left >= right);
		case '==':
			return Number(left === right);
		default:
			return Number(left !== right);
	}
}
