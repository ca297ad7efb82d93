using System.Text.RegularExpressions;

namespace IswitchRoofs.Host.Tests.Deploy;

/// <summary>Without a container engine or a cluster at hand, what the files for them say is at least held against each other.</summary>
public sealed partial class DeployFilesTests
{
    private static readonly string Root = FindRoot();

    public static TheoryData<string> FilesWithSettings => [
        "docker-compose.yml",
        "deploy/kubernetes/configmap.yaml",
        "deploy/kubernetes/secret.example.yaml",
        "deploy/systemd/iswitchroofs.service",
        "deploy/systemd/iswitchroofs-migrate.service",
    ];

    [Theory]
    [MemberData(nameof(FilesWithSettings))]
    public void Every_setting_in_a_deployment_file_is_documented(string file)
    {
        var documented = Read("docs/operations.md");

        var settings = Setting().Matches(Read(file)).Select(match => match.Value.Replace("__", ":", StringComparison.Ordinal)).ToHashSet();

        settings.ShouldNotBeEmpty();
        // Lists are documented once, not for each index.
        settings.Where(setting => !documented.Contains($"`{Index().Replace(setting, ":<n>")}`", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void Probes_ask_liveness_to_restart_and_readiness_to_route()
    {
        var deployment = Read("deploy/kubernetes/deployment.yaml");

        ProbePath(deployment, "livenessProbe").ShouldBe("/health/live");
        ProbePath(deployment, "startupProbe").ShouldBe("/health/live");
        ProbePath(deployment, "readinessProbe").ShouldBe("/health/ready");
        Read("Dockerfile").ShouldContain("GET /health/live");
    }

    [Fact]
    public void Nothing_runs_as_root_or_with_the_embedded_database()
    {
        Read("Dockerfile").ShouldContain("USER $APP_UID");
        Read("Dockerfile").ShouldContain("-p:EmbeddedPostgres=false");
        Read("deploy/systemd/iswitchroofs.service").ShouldContain("User=iswitchroofs");
        foreach (var file in new[] { "deployment.yaml", "migrate-job.yaml" })
        {
            var manifest = Read($"deploy/kubernetes/{file}");
            manifest.ShouldContain("runAsNonRoot: true");
            manifest.ShouldContain("allowPrivilegeEscalation: false");
        }
    }

    [Fact]
    public void The_proxy_speaks_only_the_newest_tls_and_hides_the_operators_pages()
    {
        var nginx = Read("deploy/nginx/nginx.conf");

        nginx.ShouldContain("ssl_protocols TLSv1.3;");
        nginx.ShouldContain("location = /metrics { return 404; }");
        nginx.ShouldContain("location = /health/ready { return 404; }");
        Read("deploy/nginx/proxy.conf").ShouldContain("proxy_set_header X-Forwarded-For $remote_addr;");
    }

    [Fact]
    public void Every_manifest_but_the_job_and_the_example_is_in_the_kustomization()
    {
        var listed = Read("deploy/kubernetes/kustomization.yaml");

        var forgotten = Directory.GetFiles(Path.Combine(Root, "deploy", "kubernetes"), "*.yaml").Select(Path.GetFileName)
            .Where(name => name is not ("kustomization.yaml" or "migrate-job.yaml" or "secret.example.yaml"))
            .Where(name => !listed.Contains($"- {name}", StringComparison.Ordinal));

        forgotten.ShouldBeEmpty();
    }

    [Fact]
    public void No_secret_has_a_value_in_the_repository()
    {
        Assigned().Matches(Read(".env.example")).Select(match => match.Value).ShouldBe(["PUBLIC_URL=https://localhost"]);
        Read(".gitignore").ShouldContain("deploy/secrets/");
    }

    private static string ProbePath(string manifest, string probe) =>
        Regex.Match(manifest, $@"{probe}:\s+httpGet: \{{ path: (\S+),").Groups[1].Value;

    private static string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "IswitchRoofs.sln"))) folder = folder.Parent!;
        return folder.FullName;
    }

    [GeneratedRegex("[A-Z][A-Za-z]+(__[A-Za-z0-9]+)+")]
    private static partial Regex Setting();

    [GeneratedRegex(@":\d+\b")]
    private static partial Regex Index();

    [GeneratedRegex("^[A-Z_]+=.+$", RegexOptions.Multiline)]
    private static partial Regex Assigned();
}
