using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Voucherify.Loyalties.Benchmarks.ToolStart;

/// <summary>A server that is started again and again.</summary>
/// <param name="Name">What the report calls it.</param>
/// <param name="Assembly">The path of its assembly.</param>
/// <param name="Arguments">Its command line for a port.</param>
internal sealed record StartedProgram(string Name, string Assembly, Func<int, string[]> Arguments)
{
    /// <summary>Returns the milliseconds from the start of the process to its first answer, whatever its status.</summary>
    public double Start(HttpClient client)
    {
        var port = FreePort();
        var start = new ProcessStartInfo("dotnet", ["exec", Assembly, .. Arguments(port)])
        {
            RedirectStandardOutput = true,
            WorkingDirectory = Path.GetDirectoryName(Assembly)!,
        };
        var started = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        process.OutputDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        while (!Answers(client, port))
        {
            if (process.HasExited)
            {
                throw new InvalidOperationException($"{Name} ended with {process.ExitCode}.");
            }

            Thread.Sleep(1);
        }

        var elapsed = Stopwatch.GetElapsedTime(started);
        process.Kill();
        process.WaitForExit();
        return elapsed.TotalMilliseconds;
    }

    private static bool Answers(HttpClient client, int port)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"http://127.0.0.1:{port}/");
            using var response = client.Send(request);
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
