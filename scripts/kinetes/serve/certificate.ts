import { generate } from 'selfsigned';

/** In PEM. */
export interface Certificate {
	readonly key: string;
	readonly cert: string;
}

const lifetimeMs = 365 * 24 * 60 * 60 * 1000;

/** A certificate for this run alone: it is its own authority, and the kubeconfig names it. */
export async function makeCertificate(): Promise<Certificate> {
	const now = Date.now();
	const { private: key, cert } = await generate([{ name: 'commonName', value: 'kube-apiserver' }], {
		keyType: 'ec',
		curve: 'P-256',
		algorithm: 'sha256',
		notBeforeDate: new Date(now - 60_000),
		notAfterDate: new Date(now + lifetimeMs),
		extensions: [
			{ name: 'basicConstraints', cA: true, critical: true },
			{
				name: 'keyUsage',
				digitalSignature: true,
				keyCertSign: true,
				critical: true
			},
			{ name: 'extKeyUsage', serverAuth: true },
			{
				name: 'subjectAltName',
				altNames: [
					{ type: 2, value: 'localhost' },
					{ type: 2, value: 'kubernetes' },
					{ type: 7, ip: '127.0.0.1' }
				]
			}
		]
	});
	return { key, cert };
}
