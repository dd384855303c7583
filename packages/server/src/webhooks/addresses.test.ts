import { describe, expect, it } from "vitest";
import { addressOfHost, createAllowList, isPublicAddress } from "./addresses.ts";

describe("isPublicAddress()", () => {
  it.each([
    "8.8.8.8",
    "1.1.1.1",
    "93.184.216.34",
    "2606:4700:4700::1111",
    "2a00:1450:4001:82a::200e",
    "::ffff:8.8.8.8",
  ])("lets %s pass", (address) => expect(isPublicAddress(address)).toBe(true));

  it.each([
    ["this network", "0.0.0.0"],
    ["this network, not its first", "0.1.2.3"],
    ["loopback", "127.0.0.1"],
    ["loopback, not its first", "127.255.0.9"],
    ["private 10", "10.0.0.1"],
    ["private 172.16", "172.31.255.255"],
    ["private 192.168", "192.168.1.1"],
    ["carrier-grade NAT", "100.64.0.1"],
    ["Alibaba's metadata, in it", "100.100.100.200"],
    ["link-local: metadata of clouds", "169.254.169.254"],
    ["Oracle's metadata", "192.0.0.192"],
    ["Azure's wire server", "168.63.129.16"],
    ["documentation", "203.0.113.5"],
    ["benchmarks", "198.18.0.1"],
    ["6to4 relays", "192.88.99.1"],
    ["multicast", "224.0.0.251"],
    ["reserved", "240.0.0.1"],
    ["broadcast", "255.255.255.255"],
    ["IPv6 unspecified", "::"],
    ["IPv6 loopback", "::1"],
    ["IPv4-mapped loopback", "::ffff:127.0.0.1"],
    ["IPv4-mapped loopback, in hexadecimal", "::ffff:7f00:1"],
    ["IPv4-mapped, written out", "0:0:0:0:0:ffff:0a00:0001"],
    ["IPv4-compatible", "::10.0.0.1"],
    ["IPv4-compatible, of a public one", "::8.8.8.8"],
    ["IPv4-translated", "::ffff:0:127.0.0.1"],
    ["NAT64", "64:ff9b::7f00:1"],
    ["NAT64, local", "64:ff9b:1::a00:1"],
    ["6to4", "2002:7f00:1::"],
    ["Teredo", "2001:0:4136:e378:8000:63bf:3fff:fdd2"],
    ["unique local", "fd00:ec2::254"],
    ["unique local, fc", "fc00::1"],
    ["link-local", "fe80::1"],
    ["link-local with its zone", "fe80::1%eth0"],
    ["site-local", "fec0::1"],
    ["IPv6 multicast", "ff02::1"],
    ["discard", "100::1"],
    ["IPv6 documentation", "2001:db8::1"],
    ["IPv6 documentation, newer", "3fff::1"],
    ["segment routing", "5f00::1"],
    ["not yet given out", "4000::1"],
    ["octal", "010.8.8.8"],
    ["hexadecimal", "0x08080808"],
    ["a number", "134744072"],
    ["three parts", "8.8.8"],
    ["nothing", ""],
    ["a name", "example.com"],
  ])("refuses %s", (_, address) => expect(isPublicAddress(address)).toBe(false));
});

describe("createAllowList()", () => {
  it("knows hosts by name whatever their case, and networks by address", () => {
    const list = createAllowList(["Hooks.Internal", "10.1.0.0/16", "fd00::/8", "192.168.7.9"]);
    for (const host of [
      "hooks.internal",
      "HOOKS.INTERNAL",
      "hooks.internal.",
      "10.1.2.3",
      "[fd12::1]",
      "192.168.7.9",
    ]) {
      expect(list.hasHost(host), host).toBe(true);
    }
    for (const host of ["a.hooks.internal", "internal", "10.2.0.1", "[fe80::1]", "192.168.7.8"]) {
      expect(list.hasHost(host), host).toBe(false);
    }
    expect(list.hasAddress("10.1.255.255")).toBe(true);
    expect(list.hasAddress("::ffff:10.1.0.1")).toBe(true);
    expect(list.hasAddress("hooks.internal")).toBe(false);
  });

  it.each([
    "",
    "http://hooks.internal",
    "hooks.internal:8080",
    "10.0.0.0/33",
    "1.2.3",
    "127.1",
    "*",
    "0.0.0.0/0",
    "::/0",
    "a b",
  ])("refuses %j", (entry) => expect(() => createAllowList([entry])).toThrow(RangeError));
});

describe("addressOfHost()", () => {
  it.each([
    ["https://127.1/", "127.0.0.1"],
    ["https://0x7f000001/", "127.0.0.1"],
    ["https://2130706433/", "127.0.0.1"],
    ["https://0177.0.0.1/", "127.0.0.1"],
    ["https://[::1]/", "::1"],
    ["https://１２７.0.0.1/", "127.0.0.1"],
    ["https://example.com/", null],
  ])("reads %s", (url, address) => expect(addressOfHost(new URL(url).hostname)).toBe(address));
});
