/** Words of `breakwater serve`. */
export const serveWords = {
  serve_starting: { en: "Starting on {data} …", zh: "正在启动，数据目录 {data} ……" },
  serve_ready: { en: "Breakwater answers at {url}", zh: "Breakwater 防波堤已就绪：{url}" },
  serve_setup: {
    en: "Set it up here, within 24 hours; the link works once:\n  {link}",
    zh: "请在 24 小时内由此完成设置，链接仅可使用一次：\n  {link}",
  },
  serve_stop: {
    en: "Ctrl-C stops it; nothing that was acknowledged is lost.",
    zh: "按 Ctrl-C 停止；已确认的内容不会丢失。",
  },
  serve_stopping: { en: "Stopping …", zh: "正在停止……" },
  serve_stopped: { en: "Stopped.", zh: "已停止。" },
  serve_failed: { en: "Stopped because {reason}", zh: "已停止，原因：{reason}" },
  serve_demo: {
    en: "Nothing is connected yet, so a made-up community is: fourteen days of it first, then live. It is not real.",
    zh: "尚未接入任何平台，因此先接入一个虚构社区：先载入十四天的历史，随后实时进行。其内容均非真实。",
  },
  serve_demo_connected: {
    en: "A platform is connected: the made-up community stays away.",
    zh: "已有平台接入，虚构社区不再运行。",
  },
  serve_demo_open: {
    en: "Open this to sign in as one of its people (a decision takes two) and to read what its accounts were told:\n  {url}",
    zh: "打开此页，以其中一人的身份登录（决定需要两个人），并查看社区账号收到的通知：\n  {url}",
  },
  serve_demo_unstaffed: {
    en: "This service has an address of its own, so the made-up community comes without its people: they are for this machine alone.",
    zh: "此服务有自己的对外地址，因此虚构社区不带其人员：他们仅供本机试用。",
  },
  serve_demo_filled: {
    en: "Its people have worked: there are cases, decisions, an appeal that won, and claims to look at.",
    zh: "其人员已处理若干事务：有案件、决定、一件成立的申诉以及若干说法可供查看。",
  },
  serve_demo_trouble: {
    en: "A part of the made-up story broke off; everything else goes on: {reason}",
    zh: "虚构情节的一部分中断，其余继续：{reason}",
  },
  serve_demo_past: { en: "its past: {n} actions", zh: "历史：{n} 个行为" },
  serve_demo_live: {
    en: "Live now. A campaign begins within the minute; watch for its lead here, within a few minutes.",
    zh: "现已实时进行。一分钟内将有一场水军行动开始；几分钟内此处会出现线索。",
  },
  serve_demo_retry: { en: "The service has no room; trying again in {s} s.", zh: "服务暂无余量，{s} 秒后重试。" },
  serve_demo_stopped: { en: "The made-up community has stopped: {reason}", zh: "虚构社区已停止：{reason}" },
  serve_notice: { en: "{time}  {what} {id}", zh: "{time}  {what} {id}" },
  error_config: { en: "The configuration is not in order:\n{faults}", zh: "配置有误：\n{faults}" },
  error_port: {
    en: "Port {port} at {address} cannot be used ({code}); choose another one with --port or in the configuration.",
    zh: "无法使用 {address} 的端口 {port}（{code}）；请用 --port 或在配置中另选一个。",
  },
  error_locked: {
    en: "Another Breakwater is running on this data: {path}. Stop it first, or choose another folder with --data.",
    zh: "另有一个 Breakwater 正在使用此数据：{path}。请先停止它，或用 --data 另选目录。",
  },
  error_config_and_data: {
    en: "--config says where the data is; leave out --data.",
    zh: "--config 已指明数据所在；请勿再用 --data。",
  },
} as const;
