using System.Text;
using DaNangDxIndex;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
return DxVerify.Run(args, Console.Out, Console.Error);
