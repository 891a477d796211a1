/** The types of record that the cluster's zone holds. */
export type RecordType = 'A' | 'CNAME' | 'SRV' | 'PTR';

export interface DnsRecord {
	readonly name: string;
	readonly type: RecordType;
	/** An address, a name, or for SRV `priority weight port target`. */
	readonly data: string;
}

/** What a DNS server says. NOERROR without answers: the name exists, but not with this type. */
export interface DnsAnswer {
	readonly status: 'NOERROR' | 'NXDOMAIN' | 'SERVFAIL';
	readonly answers: readonly DnsRecord[];
}
