/** Which home of which demo project is sold, and to whom. */
export const PROJECT = "yunqi";
export const UNIT = "8栋0501";
export const BUYER = { name: "欧阳见山", phone: "13912345678", idNumber: "440300198803150411" };
