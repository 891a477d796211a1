/** Help of single commands as kubectl 1.35.4 prints it. */
export const helpPages: Readonly<Record<string, string>> = {
	'config use-context': [
		'Set the current-context in a kubeconfig file.',
		'',
		'Aliases:',
		'use-context, use',
		'',
		'Examples:',
		'  # Use the context for the minikube cluster',
		'  kubectl config use-context minikube',
		'',
		'Usage:',
		'  kubectl config use-context CONTEXT_NAME [options]',
		'',
		'Use "kubectl options" for a list of global command-line options (applies to all commands).'
	].join('\n')
};
