/** Who a client certificate names. */
export interface Subject {
	readonly commonName: string;
	readonly organizations: readonly string[];
}

/**
 * A client certificate of a simulated kubeconfig: base64 of `CN=ann,O=devs,O=ops`. Only its subject matters; who signed it is
 * taken to be the cluster.
 */
export function certificateData(commonName: string, organizations: readonly string[] = []): string {
	return btoa([`CN=${commonName}`, ...organizations.map((name) => `O=${name}`)].join(','));
}

/** Undefined when it isn't one. */
export function subjectOf(data: string): Subject | undefined {
	let text: string;
	try {
		text = atob(data);
	} catch {
		return undefined;
	}
	const parts = text.split(',').map((part) => part.split('=') as [string, string?]);
	const commonName = parts.find(([key]) => key === 'CN')?.[1];
	if (commonName === undefined) return undefined;
	const organizations = parts.filter(([key]) => key === 'O').map(([, name = '']) => name);
	return { commonName, organizations };
}
