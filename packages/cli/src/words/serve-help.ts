import type { Phrase } from "./phrase.ts";

export const serveHelp: Phrase = {
  en: `Start the service: actions come in over HTTP, posts are checked, groups and leads appear while they happen.

Usage: breakwater serve [OPTIONS]

  --config FILE   breakwater.toml; every option is described in docs/configuration.md
  --data DIR      without a configuration: everything at its default, with the data in DIR/data and
                  the keys in DIR/keys (default ./breakwater)
  --port N        another port than the configuration's (8710); 0 takes a free one
  --demo          connect a made-up community, to try things on: never on data of a real one
  --log LEVEL     error, warn (default), info or debug; lines of JSON on the standard error
  --lang en|zh

Prints the address and, at the first run, a one-time link to set it up. There is no default password.
Exit code 0: stopped; 1: it failed, start it again; 2: bad usage or configuration.
`,
  zh: `启动服务：通过 HTTP 接收行为数据，检查帖文，群组与线索随事态实时出现。

用法：breakwater serve [选项]

  --config 文件   breakwater.toml；各选项见 docs/configuration.md
  --data 目录     无配置文件时：一切取默认值，数据在 目录/data，密钥在 目录/keys
                  （默认 ./breakwater）
  --port 端口     不用配置中的端口（8710）；0 表示任取空闲端口
  --demo          接入一个虚构社区供试用：切勿用于真实社区的数据
  --log 级别      error、warn（默认）、info 或 debug；以 JSON 行写到标准错误
  --lang en|zh

启动后显示地址；首次运行时还会显示一次性的设置链接。没有默认密码。
退出码 0：已停止；1：出现故障，请重新启动；2：用法或配置有误。
`,
};
