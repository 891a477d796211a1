/**
 * `$(NAME)` in commands, arguments and values becomes the variable's value; what is not known stays as it is, and `$$(NAME)`
 * means `$(NAME)` itself. Models third_party/forked/golang/expansion/expand.go Expand.
 */
export function expandReferences(text: string, variables: ReadonlyMap<string, string>): string {
	return text.replaceAll(/\$(\$|\(([^()]*)\))/g, (whole, rest: string, name: string) =>
		rest === '$' ? '$' : (variables.get(name) ?? whole)
	);
}
