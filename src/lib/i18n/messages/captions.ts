import { defineMessages } from '../define-messages.ts';

/** One sentence on what is happening and why, and the plain facts under it. */
export const captions = defineMessages(
	{
		'caption.quiet': 'Nothing moves. Scheduler, controllers and kubelets watch the API server.',
		'caption.typed': 'You press Enter. kubectl will turn the line into requests to the API server.',
		'caption.asks-create': 'kubectl asks the API server to create it. It talks to no one else.',
		'caption.asks-delete':
			'kubectl asks the API server to delete {pod}. It does not reach the node itself.',
		'caption.asks-change':
			'kubectl asks the API server to change the object. Nothing else will be told directly.',
		'caption.asks-read': 'kubectl asks the API server. Whatever it prints comes from there.',
		'caption.asks-watch':
			'kubectl asks for a watch: from now on the API server will tell it of every change.',
		'caption.authenticates': 'Who is asking? The API server finds the user {user}.',
		'caption.authorizes':
			'May {user} do this? The API server checks before it looks at the object.',
		'caption.mutates':
			'Admission may change the object: defaults and plugins fill in what was left out.',
		'caption.validates':
			'Is the object valid? A wrong field would stop it here, and nothing would be written.',
		'caption.stores': 'The API server writes to etcd. It is the only one that talks to etcd.',
		'caption.refused': 'The API server refuses the request. Nothing is written.',
		'caption.written': 'etcd commits revision {revision}: {kind} {name}.',
		'caption.stored':
			'etcd commits revision {revision}. The Pod {pod} is a record now; nothing runs.',
		'caption.answered': 'The API server answers {code} {text}. kubectl’s request is done.',
		'caption.announced':
			'Everyone whose watch covers {pod} hears of it at once. Nobody is commanded.',
		'caption.filters':
			'The scheduler takes {pod} from its queue and asks of each node: could it run there?',
		'caption.scores':
			'More than one node could run {pod}. The scheduler gives each of them a score.',
		'caption.no-node': 'No node fits {pod}. The scheduler says why and keeps it waiting.',
		'caption.binds':
			'The scheduler chose {node}. It does not call the node: it writes a Binding to the API server.',
		'caption.bound': 'etcd commits revision {revision}: spec.nodeName of {pod} is now {node}.',
		'caption.kubelet-sees': 'The kubelet on {node} sees a Pod with its own node’s name on it.',
		'caption.kubelet-reports':
			'The kubelet on {node} tells the API server what it sees on its node.',
		'caption.reported':
			'etcd commits revision {revision}: the API knows now what {node} reported of {pod}.',
		'caption.changed':
			'etcd commits revision {revision}: {pod} has a new version. Whoever watches it will hear of it.',
		'caption.makes-sandbox':
			'The kubelet asks containerd for a sandbox: a place with a network of its own for {pod}.',
		'caption.asks-network':
			'containerd asks the CNI plugin to connect the sandbox to the Pod network.',
		'caption.sandbox-ready':
			'The sandbox is ready: {pod} has the IP {ip}. No container of it runs yet.',
		'caption.pulls': 'The kubelet asks containerd to pull the image {image} to {node}.',
		'caption.pull-fails':
			'{image} could not be pulled to {node}. The kubelet will try again, later each time.',
		'caption.pulled': 'The image {image} is on {node} now: {megabytes} MB.',
		'caption.creates-container':
			'The kubelet asks containerd to create the container {container} inside the sandbox.',
		'caption.starts-container':
			'The container {container} exists. Now the kubelet asks containerd to start its process.',
		'caption.container-runs':
			'The process of {container} runs on {node}. The API learns of it only when the kubelet reports.',
		'caption.ready': 'etcd commits revision {revision}: {pod} is Running and Ready.',
		'caption.told': 'The watch brings the change to your terminal: {pod} is ready.',
		'caption.deletion-marked':
			'{pod} isn’t gone: the API server only sets deletionTimestamp. The node has {seconds} s to end it.',
		'caption.stops-container':
			'The kubelet on {node} asks containerd to stop the container of {pod}.',
		'caption.sigterm': 'SIGTERM: the process of {container} is asked to end by itself.',
		'caption.sigkill':
			'SIGKILL: the grace period is over, the process of {container} is ended by force.',
		'caption.exited': 'The process of {container} ended with exit code {code}.',
		'caption.ended': 'Every container of {pod} has ended for good: its phase is {phase}.',
		'caption.removes':
			'Nothing of {pod} runs any more on {node}. Now the kubelet asks for the object to be removed.',
		'caption.removed': 'etcd commits revision {revision}: the key of {pod} is gone.',
		'fact.start': 'Nothing has been asked of the cluster yet.',
		'fact.since-command': '{duration} after the command.',
		'fact.since-stored': '{duration} after the Pod was stored.',
		'fact.since-bound': '{duration} after the Pod was bound.',
		'fact.since-deletion': '{duration} after the deletion was accepted.',
		'fact.nobody-knows': 'No watcher has heard of it yet.',
		'fact.node-unaware': 'No one at {node} knows yet.',
		'fact.api-says': 'The API still says {phase}.',
		'fact.watchers': '{count} watchers hear it at the same moment.',
		'fact.tied': '{tied} of {nodes} nodes scored the same: picked by chance.',
		'fact.joined': '{first} {second}'
	},
	{
		'caption.quiet': '沒有動靜。排程器、控制器和 kubelet 都在監看 API Server。',
		'caption.typed': '你按下 Enter。kubectl 會把這一行變成送給 API Server 的請求。',
		'caption.asks-create': 'kubectl 請 API Server 建立它。kubectl 不和其他任何元件說話。',
		'caption.asks-delete': 'kubectl 請 API Server 刪除 {pod}。它並不直接連到節點。',
		'caption.asks-change': 'kubectl 請 API Server 修改物件。它不會直接通知任何其他元件。',
		'caption.asks-read': 'kubectl 向 API Server 查詢。它印出的一切都來自那裡。',
		'caption.asks-watch': 'kubectl 要求監看：從現在起，API Server 會把每個變化告訴它。',
		'caption.authenticates': '是誰在請求？API Server 認出使用者 {user}。',
		'caption.authorizes': '{user} 可以這樣做嗎？API Server 先查權限，才看物件。',
		'caption.mutates': '准入可以修改物件：預設值和外掛補上沒寫的部分。',
		'caption.validates': '物件有效嗎？欄位有錯就會停在這裡，什麼也不會寫入。',
		'caption.stores': 'API Server 寫入 etcd。只有它會和 etcd 說話。',
		'caption.refused': 'API Server 拒絕這個請求。什麼也沒有寫入。',
		'caption.written': 'etcd 提交修訂 {revision}：{kind} {name}。',
		'caption.stored': 'etcd 提交修訂 {revision}。Pod {pod} 現在是一筆紀錄，還沒有任何東西在執行。',
		'caption.answered': 'API Server 回答 {code} {text}。kubectl 的請求完成了。',
		'caption.announced': '監看範圍內有 {pod} 的元件同時得知。沒有人收到命令。',
		'caption.filters': '排程器從佇列取出 {pod}，逐一檢查每個節點：放得下嗎？',
		'caption.scores': '不只一個節點放得下 {pod}。排程器為每一個評分。',
		'caption.no-node': '沒有節點容得下 {pod}。排程器說明原因，讓它繼續等。',
		'caption.binds': '排程器選了 {node}。它不會呼叫節點，而是向 API Server 寫入 Binding。',
		'caption.bound': 'etcd 提交修訂 {revision}：{pod} 的 spec.nodeName 現在是 {node}。',
		'caption.kubelet-sees': '{node} 的 kubelet 看見一個寫著自己節點名字的 Pod。',
		'caption.kubelet-reports': '{node} 的 kubelet 把節點上的實況告訴 API Server。',
		'caption.reported': 'etcd 提交修訂 {revision}：API 現在知道 {node} 回報的 {pod} 狀態。',
		'caption.changed': 'etcd 提交修訂 {revision}：{pod} 有了新版本。監看它的都會得知。',
		'caption.makes-sandbox': 'kubelet 請 containerd 建立沙箱：給 {pod} 一個有自己網路的地方。',
		'caption.asks-network': 'containerd 請 CNI 外掛把沙箱接上 Pod 網路。',
		'caption.sandbox-ready': '沙箱就緒：{pod} 的 IP 是 {ip}。還沒有容器在執行。',
		'caption.pulls': 'kubelet 請 containerd 把映像檔 {image} 拉取到 {node}。',
		'caption.pull-fails': '{image} 無法拉取到 {node}。kubelet 會再試，一次比一次晚。',
		'caption.pulled': '映像檔 {image} 已在 {node} 上：{megabytes} MB。',
		'caption.creates-container': 'kubelet 請 containerd 在沙箱裡建立容器 {container}。',
		'caption.starts-container':
			'容器 {container} 已建立。現在 kubelet 請 containerd 啟動它的行程。',
		'caption.container-runs':
			'{container} 的行程在 {node} 上執行了。要等 kubelet 回報，API 才會知道。',
		'caption.ready': 'etcd 提交修訂 {revision}：{pod} 是 Running，而且 Ready。',
		'caption.told': '監看把變化送到你的終端機：{pod} 就緒了。',
		'caption.deletion-marked':
			'{pod} 還在：API Server 只設了 deletionTimestamp。節點有 {seconds} 秒來結束它。',
		'caption.stops-container': '{node} 的 kubelet 請 containerd 停止 {pod} 的容器。',
		'caption.sigterm': 'SIGTERM：請 {container} 的行程自行結束。',
		'caption.sigkill': 'SIGKILL：寬限期已過，{container} 的行程被強制結束。',
		'caption.exited': '{container} 的行程結束了，結束碼 {code}。',
		'caption.ended': '{pod} 的所有容器都已終結：階段是 {phase}。',
		'caption.removes': '{node} 上已沒有 {pod} 的任何東西在執行。kubelet 這才請求移除物件。',
		'caption.removed': 'etcd 提交修訂 {revision}：{pod} 的鍵消失了。',
		'fact.start': '還沒有人對叢集提出要求。',
		'fact.since-command': '命令之後 {duration}。',
		'fact.since-stored': 'Pod 寫入後 {duration}。',
		'fact.since-bound': 'Pod 綁定後 {duration}。',
		'fact.since-deletion': '接受刪除後 {duration}。',
		'fact.nobody-knows': '還沒有任何監看者得知。',
		'fact.node-unaware': '{node} 上還沒有誰知道。',
		'fact.api-says': 'API 仍然說 {phase}。',
		'fact.watchers': '{count} 個監看者同時聽到。',
		'fact.tied': '{nodes} 個節點中有 {tied} 個同分：隨機選一個。',
		'fact.joined': '{first}{second}'
	},
	{
		'caption.quiet': '没有动静。调度器、控制器和 kubelet 都在监视 API Server。',
		'caption.typed': '你按下回车。kubectl 会把这一行变成发给 API Server 的请求。',
		'caption.asks-create': 'kubectl 请 API Server 创建它。kubectl 不和其他任何组件通信。',
		'caption.asks-delete': 'kubectl 请 API Server 删除 {pod}。它并不直接联系节点。',
		'caption.asks-change': 'kubectl 请 API Server 修改对象。它不会直接通知其他任何组件。',
		'caption.asks-read': 'kubectl 向 API Server 查询。它打印的一切都来自那里。',
		'caption.asks-watch': 'kubectl 请求监视：从现在起，API Server 会把每个变化告诉它。',
		'caption.authenticates': '是谁在请求？API Server 认出用户 {user}。',
		'caption.authorizes': '{user} 可以这样做吗？API Server 先查权限，再看对象。',
		'caption.mutates': '准入可以修改对象：默认值和插件补上没写的部分。',
		'caption.validates': '对象有效吗？字段有错就会停在这里，什么也不会写入。',
		'caption.stores': 'API Server 写入 etcd。只有它会和 etcd 通信。',
		'caption.refused': 'API Server 拒绝这个请求。什么也没有写入。',
		'caption.written': 'etcd 提交修订 {revision}：{kind} {name}。',
		'caption.stored': 'etcd 提交修订 {revision}。Pod {pod} 现在是一条记录，还没有任何东西在运行。',
		'caption.answered': 'API Server 回答 {code} {text}。kubectl 的请求完成了。',
		'caption.announced': '监视范围内有 {pod} 的组件同时得知。没有谁收到命令。',
		'caption.filters': '调度器从队列取出 {pod}，逐一检查每个节点：放得下吗？',
		'caption.scores': '不止一个节点放得下 {pod}。调度器给每一个打分。',
		'caption.no-node': '没有节点容得下 {pod}。调度器说明原因，让它继续等。',
		'caption.binds': '调度器选了 {node}。它不会调用节点，而是向 API Server 写入 Binding。',
		'caption.bound': 'etcd 提交修订 {revision}：{pod} 的 spec.nodeName 现在是 {node}。',
		'caption.kubelet-sees': '{node} 的 kubelet 看到一个写着自己节点名字的 Pod。',
		'caption.kubelet-reports': '{node} 的 kubelet 把节点上的实况告诉 API Server。',
		'caption.reported': 'etcd 提交修订 {revision}：API 现在知道 {node} 上报的 {pod} 状态。',
		'caption.changed': 'etcd 提交修订 {revision}：{pod} 有了新版本。监视它的都会得知。',
		'caption.makes-sandbox': 'kubelet 请 containerd 创建沙箱：给 {pod} 一个有自己网络的地方。',
		'caption.asks-network': 'containerd 请 CNI 插件把沙箱接入 Pod 网络。',
		'caption.sandbox-ready': '沙箱就绪：{pod} 的 IP 是 {ip}。还没有容器在运行。',
		'caption.pulls': 'kubelet 请 containerd 把镜像 {image} 拉取到 {node}。',
		'caption.pull-fails': '{image} 无法拉取到 {node}。kubelet 会再试，一次比一次晚。',
		'caption.pulled': '镜像 {image} 已在 {node} 上：{megabytes} MB。',
		'caption.creates-container': 'kubelet 请 containerd 在沙箱里创建容器 {container}。',
		'caption.starts-container':
			'容器 {container} 已创建。现在 kubelet 请 containerd 启动它的进程。',
		'caption.container-runs':
			'{container} 的进程在 {node} 上运行了。要等 kubelet 上报，API 才会知道。',
		'caption.ready': 'etcd 提交修订 {revision}：{pod} 是 Running，而且 Ready。',
		'caption.told': '监视把变化送到你的终端：{pod} 就绪了。',
		'caption.deletion-marked':
			'{pod} 还在：API Server 只设置了 deletionTimestamp。节点有 {seconds} 秒来结束它。',
		'caption.stops-container': '{node} 的 kubelet 请 containerd 停止 {pod} 的容器。',
		'caption.sigterm': 'SIGTERM：请 {container} 的进程自行结束。',
		'caption.sigkill': 'SIGKILL：宽限期已过，{container} 的进程被强制结束。',
		'caption.exited': '{container} 的进程结束了，退出码 {code}。',
		'caption.ended': '{pod} 的所有容器都已终结：阶段是 {phase}。',
		'caption.removes': '{node} 上已没有 {pod} 的任何东西在运行。kubelet 这才请求移除对象。',
		'caption.removed': 'etcd 提交修订 {revision}：{pod} 的键消失了。',
		'fact.start': '还没有人对集群提出要求。',
		'fact.since-command': '命令之后 {duration}。',
		'fact.since-stored': 'Pod 写入后 {duration}。',
		'fact.since-bound': 'Pod 绑定后 {duration}。',
		'fact.since-deletion': '接受删除后 {duration}。',
		'fact.nobody-knows': '还没有任何监视者得知。',
		'fact.node-unaware': '{node} 上还没有谁知道。',
		'fact.api-says': 'API 仍然说 {phase}。',
		'fact.watchers': '{count} 个监视者同时听到。',
		'fact.tied': '{nodes} 个节点中有 {tied} 个同分：随机选一个。',
		'fact.joined': '{first}{second}'
	}
);
