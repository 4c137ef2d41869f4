/** Which home of which demo project is sold, and to whom. A second try finds what the first left, and takes others. */
export const PROJECT = "yunqi";
export const TRY = Number(process.env.TEST_WORKER_INDEX ?? 0) % 4;
export const BUILDING = `${8 + TRY}栋`;
export const UNIT = `${BUILDING}0501`;
const BUYERS = [
  { name: "欧阳见山", phone: "13912345678", idNumber: "440300198803150411" },
  { name: "欧阳听雨", phone: "13912345681", idNumber: "440300198803150438" },
  { name: "欧阳临川", phone: "13912345682", idNumber: "440300198803150454" },
  { name: "欧阳望海", phone: "13912345683", idNumber: "440300198803150470" },
];
export const BUYER = BUYERS[TRY] as (typeof BUYERS)[number];
const CONSULTANTS = [
  { login: "consultant", name: "陈思远" },
  { login: "consultant2", name: "林若曦" },
];
export const CONSULTANT = CONSULTANTS[TRY % 2] as (typeof CONSULTANTS)[number];
