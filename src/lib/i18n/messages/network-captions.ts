import { defineMessages } from '../define-messages.ts';

/** What happens to Services, endpoints, rules, names and requests, a sentence each. */
export const networkCaptions = defineMessages(
	{
		'caption.service':
			'The Service {name} has the address {ip}. Nothing listens there: it will be a rule on every node.',
		'caption.service-headless':
			'The Service {name} is headless: it gets no address. Its name will lead straight to Pods.',
		'caption.reselected':
			'The Service {name} selects {selector} from now on. No Pod changes; its endpoints will.',
		'caption.slice':
			'The EndpointSlice controller begins the list of addresses behind the Service {service}.',
		'caption.endpoint-ready':
			'The EndpointSlice controller marks {pod} ready in the list of {service}. Every kube-proxy will hear of it.',
		'caption.endpoint-unready':
			'The EndpointSlice controller marks {pod} not ready in the list of {service}: new connections shall go elsewhere.',
		'caption.endpoint-terminating':
			'The EndpointSlice controller marks {pod} terminating. The kubelet ends it meanwhile: neither waits for the other.',
		'caption.endpoint-gone': '{pod} leaves the list of addresses behind {service}.',
		'caption.rules':
			'kube-proxy on {node} writes its rules: a connection to {ip} goes to a Pod that is picked by chance, out of {count}.',
		'caption.no-rules':
			'kube-proxy on {node} knows no ready Pod behind {service}: connections to {ip} are refused.',
		'caption.asks-name':
			'A client asks CoreDNS: which address has {name}? CoreDNS knows from its own watch of Services.',
		'caption.serving': 'A request to {service} is answered by {pod}.',
		'caption.failing-refused':
			'Requests to {service} fail: connection refused. Nothing listens where the rule leads.',
		'caption.failing-reset':
			'Requests to {service} fail: connection reset. The program ended while it was answering.',
		'caption.failing-timeout':
			'Requests to {service} fail: no answer in time. The rule leads to a Pod whose network is gone.',
		'caption.failing-failed': 'Requests to {service} fail: {pod} answers {code}.'
	},
	{
		'caption.service': 'Service {name} 的位址是 {ip}。那裡沒有誰在聽：它會是每個節點上的一條規則。',
		'caption.service-headless': 'Service {name} 是 headless：它沒有位址，名字直接通往 Pod。',
		'caption.reselected': '從現在起 Service {name} 選擇 {selector}。Pod 都沒變，變的是端點。',
		'caption.slice': 'EndpointSlice 控制器開始列出 Service {service} 背後的位址。',
		'caption.endpoint-ready':
			'EndpointSlice 控制器在 {service} 的名單裡把 {pod} 標為就緒。每個 kube-proxy 都會得知。',
		'caption.endpoint-unready':
			'EndpointSlice 控制器在 {service} 的名單裡把 {pod} 標為未就緒：新連線該去別處。',
		'caption.endpoint-terminating':
			'EndpointSlice 控制器把 {pod} 標為終止中。kubelet 同時著手結束它：兩者互不等待。',
		'caption.endpoint-gone': '{pod} 離開 {service} 背後的位址名單。',
		'caption.rules': '{node} 的 kube-proxy 寫下規則：連到 {ip} 就隨機通往 {count} 個 Pod 之一。',
		'caption.no-rules':
			'{node} 的 kube-proxy 不知道 {service} 背後有就緒的 Pod：連到 {ip} 會被拒絕。',
		'caption.asks-name':
			'用戶端問 CoreDNS：{name} 的位址是什麼？CoreDNS 自己監看 Service，所以知道。',
		'caption.serving': '送往 {service} 的請求由 {pod} 回答。',
		'caption.failing-refused': '送往 {service} 的請求失敗：連線被拒絕。規則所指的地方沒有誰在聽。',
		'caption.failing-reset': '送往 {service} 的請求失敗：連線中斷。程式還沒答完就結束了。',
		'caption.failing-timeout':
			'送往 {service} 的請求失敗：逾時沒有回答。規則所指的 Pod 已沒有網路。',
		'caption.failing-failed': '送往 {service} 的請求失敗：{pod} 回答 {code}。'
	},
	{
		'caption.service':
			'Service {name} 的地址是 {ip}。那里没有谁在监听：它会是每个节点上的一条规则。',
		'caption.service-headless': 'Service {name} 是 headless：它没有地址，名字直接通往 Pod。',
		'caption.reselected': '从现在起 Service {name} 选择 {selector}。Pod 都没变，变的是端点。',
		'caption.slice': 'EndpointSlice 控制器开始列出 Service {service} 背后的地址。',
		'caption.endpoint-ready':
			'EndpointSlice 控制器在 {service} 的列表里把 {pod} 标为就绪。每个 kube-proxy 都会得知。',
		'caption.endpoint-unready':
			'EndpointSlice 控制器在 {service} 的列表里把 {pod} 标为未就绪：新连接该去别处。',
		'caption.endpoint-terminating':
			'EndpointSlice 控制器把 {pod} 标为终止中。kubelet 同时着手结束它：两者互不等待。',
		'caption.endpoint-gone': '{pod} 离开 {service} 背后的地址列表。',
		'caption.rules': '{node} 的 kube-proxy 写下规则：连到 {ip} 就随机通往 {count} 个 Pod 之一。',
		'caption.no-rules':
			'{node} 的 kube-proxy 不知道 {service} 背后有就绪的 Pod：连到 {ip} 会被拒绝。',
		'caption.asks-name':
			'客户端问 CoreDNS：{name} 的地址是什么？CoreDNS 自己监视 Service，所以知道。',
		'caption.serving': '发往 {service} 的请求由 {pod} 回答。',
		'caption.failing-refused':
			'发往 {service} 的请求失败：连接被拒绝。规则所指的地方没有谁在监听。',
		'caption.failing-reset': '发往 {service} 的请求失败：连接中断。程序还没答完就结束了。',
		'caption.failing-timeout':
			'发往 {service} 的请求失败：超时没有回答。规则所指的 Pod 已没有网络。',
		'caption.failing-failed': '发往 {service} 的请求失败：{pod} 回答 {code}。'
	}
);
