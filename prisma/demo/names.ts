import { checkDigit } from "~/domain/id-number";
import type { Chance } from "./chance";

const SURNAMES = [
  ..."王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤",
];
const FIRST = [
  ..."伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华建文玉兰红志海晓春燕雪梅子梓宇浩欣怡思嘉俊雅诗晨若一佳",
];
const SECOND = [..."涵轩萱琪妍彤阳辰宁悦然泽睿琳瑶婷凯博航瑜颖璐铭哲宸昊瀚恒源毅谦"];
const STREETS = [
  "科苑路",
  "滨海大道",
  "深南大道",
  "南山大道",
  "宝安大道",
  "龙岗大道",
  "福中路",
  "梅林路",
  "创业路",
  "海德三道",
];

export function personName(chance: Chance): string {
  return chance.pick(SURNAMES) + chance.pick(FIRST) + (chance.happens(0.6) ? chance.pick(SECOND) : "");
}

/** A made-up address in the city. */
export function address(chance: Chance): string {
  return `深圳市${chance.pick(STREETS)}${chance.whole(1, 400)}号${chance.whole(1, 12)}栋${chance.whole(2, 33)}0${chance.whole(1, 6)}`;
}

/** A well-formed number that belongs to nobody: region 999999 does not exist. */
export function idNumber(chance: Chance): string {
  const two = (value: number) => String(value).padStart(2, "0");
  const born = `${chance.whole(1962, 2002)}${two(chance.whole(1, 12))}${two(chance.whole(1, 28))}`;
  const front = `999999${born}${String(chance.whole(0, 999)).padStart(3, "0")}`;
  return front + checkDigit(front);
}
