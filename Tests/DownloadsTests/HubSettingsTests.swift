import Downloads
import Foundation
import Testing

/// The environment variables of the hub's own client mean the same here.
@Suite struct HubSettingsTests {
  @Test(
    "Files are kept where the hub's client keeps them",
    arguments: [
      (["HOME": "/home/a"], "/home/a/.cache/huggingface/hub"),
      (["HOME": "/home/a", "XDG_CACHE_HOME": "/cache"], "/cache/huggingface/hub"),
      (["HOME": "/home/a", "XDG_CACHE_HOME": "/cache", "HF_HOME": "/hf"], "/hf/hub"),
      (["HF_HOME": "/hf", "HF_HUB_CACHE": "/elsewhere"], "/elsewhere"),
      (["HOME": "/home/a", "HF_HOME": "", "HF_HUB_CACHE": ""], "/home/a/.cache/huggingface/hub"),
    ])
  func cacheFolder(_ environment: [String: String], _ folder: String) throws {
    #expect(try HubSettings(environment: environment).cacheFolder == folder)
  }

  @Test("Without a home there is no place where nobody else can put files")
  func homeless() throws {
    #expect(try HubSettings(environment: ["HF_ENDPOINT": "http://mirror"]).cacheFolder == nil)
  }

  @Test(
    "HF_ENDPOINT is the hub's address",
    arguments: [
      ([:], "https://huggingface.co"),
      (["HF_ENDPOINT": "http://mirror:8000/"], "http://mirror:8000"),
      (["HF_ENDPOINT": ""], "https://huggingface.co"),
    ] as [([String: String], String)])
  func endpoint(_ environment: [String: String], _ address: String) throws {
    #expect(try HubSettings(environment: environment).endpoint.absoluteString == address)
  }

  @Test(
    "What is no address of the web is refused",
    arguments: ["file:///etc", "ftp://host", "huggingface.co", "https://"])
  func refusedEndpoint(_ address: String) {
    #expect(throws: TransferProblem.unusableAddress(address)) {
      try HubSettings(environment: ["HF_ENDPOINT": address])
    }
  }

  @Test(
    "HF_HUB_OFFLINE is a truth value",
    arguments: [
      ("1", true), ("ON", true), ("yes", true), ("True", true), ("0", false), ("", false),
      ("off", false),
    ])
  func offline(_ text: String, _ isOffline: Bool) throws {
    #expect(try HubSettings(environment: ["HF_HUB_OFFLINE": text]).isOffline == isOffline)
  }

  @Test("Times are seconds from 1 to a day; anything else is as if it were not there")
  func times() throws {
    let limits = try HubSettings(environment: [
      "HF_HUB_ETAG_TIMEOUT": "3", "HF_HUB_DOWNLOAD_TIMEOUT": "7",
    ]).limits
    #expect(limits.answerSeconds == 3 && limits.idleSeconds == 7)
    for text in ["0", "-1", "1e9", "99999999999999999999", "soon"] {
      let limits = try HubSettings(environment: ["HF_HUB_ETAG_TIMEOUT": text]).limits
      #expect(limits.answerSeconds == TransferLimits().answerSeconds)
    }
  }

  @Test("HF_TOKEN is the token, and an empty one is none")
  func token() throws {
    #expect(try HubSettings(environment: ["HF_TOKEN": "hf_x"]).token == "hf_x")
    #expect(try HubSettings(environment: ["HF_TOKEN": ""]).token == nil)
  }
}
